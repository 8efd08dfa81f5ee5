package io.heliograph.micronaut.app;

import io.heliograph.SpanAttribute;
import io.heliograph.Traced;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import reactor.core.publisher.Mono;

/** Reactive methods that take their time, several of them for each request. */
@Singleton
class Work {

  private static final int MAX_DELAY_MILLIS = 50;

  private final ContractMethods methods;

  Work(ContractMethods methods) {
    this.methods = methods;
  }

  @Traced("work.left")
  Mono<String> left(@SpanAttribute("contract.n") String n) {
    return delayed(n);
  }

  @Traced("work.right")
  Mono<String> right(@SpanAttribute("contract.n") String n) {
    return delayed(n);
  }

  private Mono<String> delayed(String n) {
    return Mono.delay(Duration.ofMillis(ThreadLocalRandom.current().nextInt(1, MAX_DELAY_MILLIS)))
        .map(tick -> methods.nested(n));
  }
}
