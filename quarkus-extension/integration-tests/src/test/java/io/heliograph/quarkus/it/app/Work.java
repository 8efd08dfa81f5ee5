package io.heliograph.quarkus.it.app;

import io.heliograph.SpanAttribute;
import io.heliograph.Traced;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Reactive methods that take their time, several of them for each request. */
@Singleton
public class Work {

  private static final int MAX_DELAY_MILLIS = 50;

  private final ContractMethods methods;

  Work(ContractMethods methods) {
    this.methods = methods;
  }

  @Traced("work.left")
  Uni<String> left(@SpanAttribute("contract.n") String n) {
    return delayed(n);
  }

  @Traced("work.right")
  Uni<String> right(@SpanAttribute("contract.n") String n) {
    return delayed(n);
  }

  private Uni<String> delayed(String n) {
    return Uni.createFrom()
        .item(n)
        .onItem()
        .delayIt()
        .by(Duration.ofMillis(ThreadLocalRandom.current().nextInt(1, MAX_DELAY_MILLIS)))
        .map(methods::nested);
  }
}
