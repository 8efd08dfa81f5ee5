package io.heliograph.spring;

import io.heliograph.HeliographCustomizer;
import io.heliograph.export.DropReason;
import io.heliograph.export.ExportResult;
import io.heliograph.pipeline.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A destination of spans that refuses them on demand, and a clock to wait with. */
@Configuration(proxyBeanMethods = false)
class Switchable {

  private volatile boolean refusing;
  private volatile Duration waited = Duration.ZERO;

  void refuse(boolean now) {
    refusing = now;
  }

  void waitFor(Duration time) {
    waited = waited.plus(time);
  }

  @Bean
  HeliographCustomizer switchableDestination() {
    return builder ->
        builder
            .clock(new Ahead())
            .exporter(
                "switchable",
                (batch, done) ->
                    done.accept(
                        refusing
                            ? ExportResult.dropped(batch.size(), DropReason.REFUSED)
                            : ExportResult.delivered(batch.size())));
  }

  /** The system's, so much later. */
  private final class Ahead implements Clock {

    @Override
    public long nanoTime() {
      return Clock.system().nanoTime() + waited.toNanos();
    }

    @Override
    public long epochNanos() {
      return Clock.system().epochNanos() + waited.toNanos();
    }
  }
}
