package io.heliograph.internal.sampling;

import io.heliograph.pipeline.Clock;
import io.heliograph.pipeline.Sampler;
import io.heliograph.pipeline.SamplerProvider;
import io.heliograph.pipeline.Samplers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes samplers by the names that configuration knows. Used by one thread, at start-up.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/#general-sdk-configuration">OTEL_TRACES_SAMPLER</a>
 */
public final class SamplerFactory implements AutoCloseable {

  private static final String EVERY_TRACE = "1";

  private final Map<String, Function<@Nullable String, Sampler>> makers = new TreeMap<>();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private final String serviceName;
  private final Clock clock;
  private final Consumer<Throwable> failures;

  /**
   * Collects the names.
   *
   * @param serviceName whose strategy a remote sampler asks for
   * @param failures told of what a remote sampler fails at, and of failures to close
   * @throws IllegalArgumentException if two samplers have one name
   */
  public SamplerFactory(
      String serviceName,
      Clock clock,
      Consumer<Throwable> failures,
      Iterable<? extends SamplerProvider> extensions) {
    this.serviceName = serviceName;
    this.clock = clock;
    this.failures = failures;
    addWithParentBased("always_on", arg -> Samplers.alwaysOn());
    addWithParentBased("always_off", arg -> Samplers.alwaysOff());
    addWithParentBased("traceidratio", SamplerFactory::ratio);
    addWithParentBased("jaeger_remote", this::jaeger);
    for (SamplerProvider extension : extensions) {
      add(extension.name(), extension::create);
    }
  }

  private void addWithParentBased(String name, Function<@Nullable String, Sampler> maker) {
    add(name, maker);
    add("parentbased_" + name, arg -> Samplers.parentBased(maker.apply(arg)));
  }

  private void add(String name, Function<@Nullable String, Sampler> maker) {
    if (makers.putIfAbsent(name, maker) != null) {
      throw new IllegalArgumentException("there are two samplers of the name " + name);
    }
  }

  /**
   * Makes a sampler.
   *
   * @param arg null or blank if none is configured; ignored by samplers that take none
   * @throws IllegalArgumentException for an unknown name or a bad argument, with a text that
   *     completes "must be …"
   */
  public Sampler create(String name, @Nullable String arg) {
    Function<@Nullable String, Sampler> maker = makers.get(name);
    if (maker == null) {
      throw new IllegalArgumentException("one of " + String.join(", ", makers.keySet()));
    }
    Sampler sampler = maker.apply(arg == null || arg.isBlank() ? null : arg.strip());
    closeLater(sampler);
    return sampler;
  }

  /** The names that {@link #create} knows. */
  public Set<String> names() {
    return Set.copyOf(makers.keySet());
  }

  private static Sampler ratio(@Nullable String arg) {
    try {
      return Samplers.traceIdRatio(Double.parseDouble(arg == null ? EVERY_TRACE : arg));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("a number from 0 to 1", e);
    }
  }

  private Sampler jaeger(@Nullable String arg) {
    Sampler sampler =
        JaegerRemoteSampler.start(JaegerSettings.parse(arg), serviceName, clock, failures);
    closeLater(sampler);
    return sampler;
  }

  private void closeLater(Sampler sampler) {
    if (sampler instanceof AutoCloseable closeable && !opened.contains(closeable)) {
      opened.add(closeable);
    }
  }

  /** Closes the samplers that it made and that can be closed. */
  @Override
  public void close() {
    for (AutoCloseable sampler : opened) {
      try {
        sampler.close();
      } catch (Throwable thrown) {
        failures.accept(thrown);
      }
    }
  }
}
