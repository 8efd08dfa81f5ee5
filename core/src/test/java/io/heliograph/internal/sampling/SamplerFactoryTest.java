package io.heliograph.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.FakeClock;
import io.heliograph.pipeline.Sampler;
import io.heliograph.pipeline.SamplerProvider;
import io.heliograph.pipeline.Samplers;
import io.heliograph.pipeline.SamplingInput;
import io.heliograph.pipeline.SamplingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplerFactoryTest {

  private static final String UNREACHABLE =
      "endpoint=http://127.0.0.1:1,pollingIntervalMs=3600000,initialSamplingRate=0.25";

  private final List<Throwable> failures = new ArrayList<>();
  private final List<@Nullable String> args = new ArrayList<>();
  private final CloseableSampler closeable = new CloseableSampler();
  private final SamplerFactory factory =
      factory(
          provider(
              "mine",
              arg -> {
                args.add(arg);
                return closeable;
              }));

  @AfterEach
  void close() {
    factory.close();
  }

  @ParameterizedTest
  @CsvSource({
    "always_on, , AlwaysOnSampler",
    "always_on, ignored, AlwaysOnSampler",
    "always_off, , AlwaysOffSampler",
    "traceidratio, , TraceIdRatioBased{1.000000}",
    "traceidratio, ' ', TraceIdRatioBased{1.000000}",
    "traceidratio, ' 0.25 ', TraceIdRatioBased{0.250000}",
    "parentbased_always_on, , ParentBased{root:AlwaysOnSampler",
    "parentbased_always_off, , ParentBased{root:AlwaysOffSampler",
    "parentbased_traceidratio, 0.25, ParentBased{root:TraceIdRatioBased{0.250000}"
  })
  void makesTheSamplersOfTheSpecification(String name, @Nullable String arg, String description) {
    assertThat(factory.create(name, arg).description()).startsWith(description);
  }

  @Test
  void makesJaegerRemoteSamplersThatStartWithTheInitialRate() {
    assertThat(factory.create("jaeger_remote", UNREACHABLE).description())
        .isEqualTo("JaegerRemoteSampler{TraceIdRatioBased{0.250000}}");
    assertThat(factory.create("parentbased_jaeger_remote", UNREACHABLE).description())
        .startsWith("ParentBased{root:JaegerRemoteSampler{TraceIdRatioBased{0.250000}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "-0.1", "NaN", "a lot", "0,5"})
  void saysWhichRatiosAreAllowed(String arg) {
    assertThatThrownBy(() -> factory.create("parentbased_traceidratio", arg))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a number from 0 to 1");
  }

  @Test
  void listsTheNamesForAnUnknownOne() {
    assertThatThrownBy(() -> factory.create("parentbased_alway_on", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "one of always_off, always_on, jaeger_remote, mine, parentbased_always_off,"
                + " parentbased_always_on, parentbased_jaeger_remote, parentbased_traceidratio,"
                + " traceidratio");
  }

  @Test
  void handsTheArgumentToAnExtensionAndClosesItsSampler() {
    Sampler sampler = factory.create("mine", "x=y");
    factory.create("mine", "");

    assertThat(sampler).isSameAs(closeable);
    assertThat(args).containsExactly("x=y", null);
    assertThat(closeable.closed).isZero();
    factory.close();
    assertThat(closeable.closed).isEqualTo(1);
  }

  @Test
  void reportsASamplerThatFailsToClose() {
    closeable.failure = new IllegalStateException("still busy");
    factory.create("mine", null);

    factory.close();

    assertThat(failures).containsExactly(closeable.failure);
  }

  @Test
  void refusesTwoSamplersOfOneName() {
    assertThatThrownBy(() -> factory(provider("always_on", arg -> Samplers.alwaysOff())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there are two samplers of the name always_on");
  }

  private SamplerFactory factory(SamplerProvider... extensions) {
    return new SamplerFactory("shop", new FakeClock(), failures::add, List.of(extensions));
  }

  private static SamplerProvider provider(String name, Function<@Nullable String, Sampler> maker) {
    return new SamplerProvider() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Sampler create(@Nullable String arg) {
        return maker.apply(arg);
      }
    };
  }

  private static final class CloseableSampler implements Sampler, AutoCloseable {
    private int closed;
    private @Nullable RuntimeException failure;

    @Override
    public SamplingResult sample(SamplingInput input) {
      return SamplingResult.DROP;
    }

    @Override
    public String description() {
      return "mine";
    }

    @Override
    public void close() {
      closed++;
      if (failure != null) {
        throw failure;
      }
    }
  }
}
