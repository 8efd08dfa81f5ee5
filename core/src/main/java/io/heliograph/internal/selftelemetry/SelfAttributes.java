package io.heliograph.internal.selftelemetry;

import io.heliograph.export.DropReason;
import io.heliograph.internal.pipeline.Target;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.Locale;

/** The attributes of the engine's own metrics. */
final class SelfAttributes {

  static final AttributeKey<String> PARENT_ORIGIN =
      AttributeKey.stringKey("otel.span.parent.origin");
  static final AttributeKey<String> SAMPLING_RESULT =
      AttributeKey.stringKey("otel.span.sampling_result");
  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
  private static final AttributeKey<String> TYPE = AttributeKey.stringKey("otel.component.type");
  private static final AttributeKey<String> NAME = AttributeKey.stringKey("otel.component.name");
  private static final AttributeKey<String> ADDRESS = AttributeKey.stringKey("server.address");
  private static final AttributeKey<Long> PORT = AttributeKey.longKey("server.port");

  private SelfAttributes() {}

  /** A component of ours, told apart from others of its type by its destination. */
  static Attributes component(String type, String destination) {
    return Attributes.of(TYPE, type, NAME, type + "/" + destination);
  }

  static Attributes exporter(Target target, String destination) {
    AttributesBuilder exporter = component(target.component(), destination).toBuilder();
    if (target.address() != null) {
      exporter.put(ADDRESS, target.address()).put(PORT, (long) target.port());
    }
    return exporter.build();
  }

  static Attributes failed(Attributes component, DropReason reason) {
    return component.toBuilder().put(ERROR_TYPE, errorType(reason)).build();
  }

  private static String errorType(DropReason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }
}
