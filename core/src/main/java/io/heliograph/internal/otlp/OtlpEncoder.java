package io.heliograph.internal.otlp;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.MetricData;
import io.heliograph.export.ReadableLogRecord;
import io.heliograph.export.ReadableSpan;
import io.heliograph.export.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Encodes an OTLP export request: items grouped by resource and, inside, by scope, in the order in
 * which they first appear.
 *
 * @param <T> the signal's item
 */
public final class OtlpEncoder<T> implements Encoder<T> {

  private static final Field RESOURCE = new Field(1, "resource");
  private static final Field RESOURCE_ATTRIBUTES = new Field(1, "attributes");

  private static final Field SCOPE = new Field(1, "scope");
  private static final Field SCOPE_NAME = new Field(1, "name");
  private static final Field SCOPE_VERSION = new Field(2, "version");
  private static final Field SCOPE_ATTRIBUTES = new Field(3, "attributes");

  /** The same number in the entry of a resource and of a scope. */
  private static final Field SCHEMA_URL = new Field(3, "schemaUrl");

  private static final int EXPECTED_GROUP = 100_000;
  private static final int EXPECTED_RESOURCE = 1000;
  private static final int EXPECTED_SCOPE = 50;
  private static final int EXPECTED_ITEM = 500;

  /** Of one scope in a batch of several. */
  private static final int EXPECTED_ITEMS = 128;

  private final SignalMessage<T> signal;
  private final MessageWriter out;
  private @Nullable Resource cachedResource;
  private byte[] cachedResourceBytes = new byte[0];

  private OtlpEncoder(SignalMessage<T> signal, MessageWriter out) {
    this.signal = signal;
    this.out = out;
  }

  /**
   * Spans as protobuf.
   *
   * @param maxBytes the largest request
   */
  public static Encoder<ReadableSpan> spans(int maxBytes) {
    return new OtlpEncoder<>(new SpanMessage(), new ProtoWriter(maxBytes));
  }

  /**
   * Spans as JSON, without a line break in it.
   *
   * @param maxBytes the largest request
   */
  public static Encoder<ReadableSpan> jsonSpans(int maxBytes) {
    return new OtlpEncoder<>(new SpanMessage(), new JsonWriter(maxBytes));
  }

  /**
   * Log records as protobuf.
   *
   * @param maxBytes the largest request
   */
  public static Encoder<ReadableLogRecord> logRecords(int maxBytes) {
    return new OtlpEncoder<>(new LogMessage(), new ProtoWriter(maxBytes));
  }

  /**
   * Log records as JSON, without a line break in it.
   *
   * @param maxBytes the largest request
   */
  public static Encoder<ReadableLogRecord> jsonLogRecords(int maxBytes) {
    return new OtlpEncoder<>(new LogMessage(), new JsonWriter(maxBytes));
  }

  /**
   * Metrics as protobuf.
   *
   * @param maxBytes the largest request
   */
  public static Encoder<MetricData> metrics(int maxBytes) {
    return new OtlpEncoder<>(new MetricMessage(), new ProtoWriter(maxBytes));
  }

  /**
   * Metrics as JSON, without a line break in it.
   *
   * @param maxBytes the largest request
   */
  public static Encoder<MetricData> jsonMetrics(int maxBytes) {
    return new OtlpEncoder<>(new MetricMessage(), new JsonWriter(maxBytes));
  }

  @Override
  public boolean encode(List<T> batch) {
    out.reset();
    try {
      request(batch);
      return true;
    } catch (RequestTooLarge tooLarge) {
      return false;
    }
  }

  @Override
  public byte[] array() {
    return out.array;
  }

  @Override
  public int length() {
    return out.size;
  }

  @Override
  public void trim(int bytes) {
    out.trim(bytes);
  }

  private void request(List<T> batch) {
    out.beginDocument();
    out.beginList(signal.resources());
    group(batch).forEach(this::resourceEntry);
    out.endList();
    out.endDocument();
  }

  /** A batch of one scope is its own group. */
  private Map<Resource, Map<InstrumentationScope, List<T>>> group(List<T> batch) {
    if (batch.isEmpty() || !isOfOneScope(batch)) {
      return groups(batch);
    }
    T first = batch.get(0);
    return Map.of(signal.resource(first), Map.of(signal.scope(first), batch));
  }

  @SuppressWarnings("ReferenceEquality") // Equal ones are found to be of one group later.
  private boolean isOfOneScope(List<T> batch) {
    Resource resource = signal.resource(batch.get(0));
    InstrumentationScope scope = signal.scope(batch.get(0));
    for (int i = 1; i < batch.size(); i++) {
      T item = batch.get(i);
      if (signal.resource(item) != resource || signal.scope(item) != scope) {
        return false;
      }
    }
    return true;
  }

  /**
   * Scopes are found by identity first: the spans of a request and of its queries take turns, and
   * to compare scopes by what they say costs as much as to encode one.
   */
  @SuppressWarnings("ReferenceEquality") // Equal ones are found to be of one group after that.
  private Map<Resource, Map<InstrumentationScope, List<T>>> groups(List<T> batch) {
    Map<Resource, Map<InstrumentationScope, List<T>>> groups = new LinkedHashMap<>();
    Map<InstrumentationScope, List<T>> ofResource = Map.of();
    IdentityHashMap<InstrumentationScope, List<T>> known = new IdentityHashMap<>();
    Resource last = null;
    for (T item : batch) {
      Resource resource = signal.resource(item);
      if (resource != last) {
        ofResource = groups.computeIfAbsent(resource, key -> new LinkedHashMap<>());
        known.clear();
        last = resource;
      }
      InstrumentationScope scope = signal.scope(item);
      List<T> group = known.get(scope);
      if (group == null) {
        group = ofResource.computeIfAbsent(scope, key -> new ArrayList<>(EXPECTED_ITEMS));
        known.put(scope, group);
      }
      group.add(item);
    }
    return groups;
  }

  private void resourceEntry(Resource resource, Map<InstrumentationScope, List<T>> scopes) {
    int mark = out.beginElement(signal.resources(), EXPECTED_GROUP);
    resource(resource);
    out.beginList(signal.scopes());
    scopes.forEach(this::scopeEntry);
    out.endList();
    out.stringUnlessEmpty(SCHEMA_URL, resource.schemaUrl());
    out.end(mark);
  }

  /** A resource hardly ever changes, so that its bytes are kept. */
  @SuppressWarnings("ReferenceEquality") // Another instance is encoded again, which is never wrong.
  private void resource(Resource resource) {
    if (resource == cachedResource) {
      out.raw(cachedResourceBytes);
      return;
    }
    int from = out.size;
    int mark = out.begin(RESOURCE, EXPECTED_RESOURCE);
    AttributeFields.write(out, RESOURCE_ATTRIBUTES, resource.attributes());
    out.end(mark);
    cachedResourceBytes = Arrays.copyOfRange(out.array, from, out.size);
    cachedResource = resource;
  }

  private void scopeEntry(InstrumentationScope scope, List<T> items) {
    int mark = out.beginElement(signal.scopes(), EXPECTED_GROUP);
    scope(scope);
    out.beginList(signal.items());
    for (T item : items) {
      int itemMark = out.beginElement(signal.items(), EXPECTED_ITEM);
      signal.write(out, item);
      out.end(itemMark);
    }
    out.endList();
    out.stringUnlessEmpty(SCHEMA_URL, scope.schemaUrl());
    out.end(mark);
  }

  private void scope(InstrumentationScope scope) {
    int mark = out.begin(SCOPE, EXPECTED_SCOPE);
    out.stringUnlessEmpty(SCOPE_NAME, scope.name());
    out.stringUnlessEmpty(SCOPE_VERSION, scope.version());
    AttributeFields.write(out, SCOPE_ATTRIBUTES, scope.attributes());
    out.end(mark);
  }
}
