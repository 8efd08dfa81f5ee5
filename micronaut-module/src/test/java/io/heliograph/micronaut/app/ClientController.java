package io.heliograph.micronaut.app;

import io.heliograph.contract.ContractClientEndpoint;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.StreamingHttpClient;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Scope;
import reactor.core.publisher.Flux;

/** The handler of {@link ContractClientEndpoint}. */
@Controller
class ClientController {

  private final HttpClient low;
  private final StreamingHttpClient streaming;

  ClientController(HttpClient low, StreamingHttpClient streaming) {
    this.low = low;
    this.streaming = streaming;
  }

  @Get(ContractClientEndpoint.ROUTE)
  @Produces(MediaType.TEXT_PLAIN)
  @ExecuteOn(TaskExecutors.IO)
  String call(@PathVariable String kind, @QueryValue String method, @QueryValue String url) {
    try (Scope ignored = baggage().makeCurrent()) {
      return String.valueOf(status(kind, request(method, url)));
    } catch (HttpClientResponseException e) {
      return String.valueOf(e.code());
    } catch (HttpClientException e) {
      return "failed";
    }
  }

  private static MutableHttpRequest<?> request(String method, String url) {
    return HttpRequest.create(HttpMethod.parse(method), url, method);
  }

  private int status(String kind, MutableHttpRequest<?> request) {
    return switch (kind) {
      case "blocking" -> low.toBlocking().exchange(request, Argument.VOID).code();
      case "reactive" -> Flux.from(low.exchange(request)).blockFirst().code();
      case "streaming" -> {
        Flux.from(streaming.dataStream(request)).blockLast();
        yield HttpStatus.OK.getCode(); // or it would have thrown
      }
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static Baggage baggage() {
    return Baggage.builder()
        .put(ContractClientEndpoint.BAGGAGE_KEY, ContractClientEndpoint.BAGGAGE_VALUE)
        .build();
  }
}
