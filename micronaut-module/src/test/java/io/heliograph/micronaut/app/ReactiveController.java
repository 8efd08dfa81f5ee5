package io.heliograph.micronaut.app;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ways to answer that the contract does not ask for. */
@Controller("/reactive")
@Produces(MediaType.TEXT_PLAIN)
class ReactiveController {

  private final ContractMethods methods;
  private final Work work;
  private final Own own;
  private final Collection<EventLoopGroup> loops;

  /** The application itself, once more. */
  @Client("/reactive")
  interface Own {
    @Get(value = "/chain/{n}", consumes = MediaType.TEXT_PLAIN)
    Mono<String> chain(@PathVariable String n);
  }

  ReactiveController(
      ContractMethods methods, Work work, Own own, Collection<EventLoopGroup> loops) {
    this.methods = methods;
    this.work = work;
    this.own = own;
    this.loops = loops;
  }

  /** Two branches at the same time, both for the same request. */
  @Get("/branches/{n}")
  Mono<String> branches(@PathVariable String n) {
    return Mono.zip(work.left(n), work.right(n)).map(both -> both.getT1());
  }

  /** One after the other. */
  @Get("/chain/{n}")
  Mono<String> chain(@PathVariable String n) {
    return work.left(n).flatMap(work::right);
  }

  @Get("/declared/{n}")
  Mono<String> declared(@PathVariable String n) {
    return own.chain(n);
  }

  @Get("/events")
  @Produces(MediaType.TEXT_EVENT_STREAM)
  Flux<Event<String>> events() {
    return Flux.interval(Duration.ofMillis(2))
        .onBackpressureBuffer()
        .take(3)
        .map(tick -> Event.of(methods.nested(tick.toString())));
  }

  /** The event loops on which something is current though nothing runs there. */
  @Get("/leaks")
  @ExecuteOn(TaskExecutors.IO)
  String leaks() throws ExecutionException, InterruptedException {
    List<String> leaks = new ArrayList<>();
    for (EventLoopGroup group : loops) {
      for (EventExecutor loop : group) {
        if (!loop.submit(() -> Context.current() == Context.root()).get()) {
          leaks.add(loop.toString());
        }
      }
    }
    return leaks.toString();
  }
}
