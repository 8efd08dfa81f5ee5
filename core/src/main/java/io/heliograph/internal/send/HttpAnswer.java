package io.heliograph.internal.send;

import io.heliograph.export.SendResult;
import io.heliograph.internal.http1.HttpResponse;
import io.heliograph.internal.net.ResponseTooLarge;
import io.heliograph.internal.otlp.ExportResponse;
import io.heliograph.internal.otlp.MalformedMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an HTTP answer means for a request.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#otlphttp-response">OTLP/HTTP response</a>
 */
final class HttpAnswer {

  private static final Set<Integer> RETRYABLE = Set.of(429, 502, 503, 504);

  private final SenderSettings settings;
  private final HttpFormat format;

  HttpAnswer(SenderSettings settings, HttpFormat format) {
    this.settings = settings;
    this.format = format;
  }

  SendResult read(HttpResponse response, Instant now) {
    byte[] body;
    try {
      body = decoded(response);
    } catch (ResponseTooLarge tooLarge) {
      return new SendResult.Refused(String.valueOf(tooLarge.getMessage()));
    } catch (IOException damaged) {
      body = new byte[0];
    }
    int status = response.status();
    if (status / 100 == 2) {
      return accepted(body);
    }
    String reason = reason(response, body);
    return RETRYABLE.contains(status)
        ? new SendResult.Retryable(reason, retryAfter(response, now), false)
        : new SendResult.Refused(reason);
  }

  private byte[] decoded(HttpResponse response) throws IOException {
    String encoding = response.header("content-encoding");
    return encoding.equalsIgnoreCase("gzip") && response.body().length > 0
        ? Gzip.decompress(response.body(), settings.maxResponseBytes())
        : response.body();
  }

  /**
   * A success counts whatever its body says: to send again could only duplicate. That the body
   * makes no sense is passed on, since a wrong port or a proxy's login page looks like this.
   */
  private SendResult accepted(byte[] body) {
    try {
      ExportResponse response = format.response(body);
      return new SendResult.Accepted(response.rejected(), settings.clean(response.message()));
    } catch (MalformedMessage garbage) {
      return acceptedGarbage(garbage);
    }
  }

  static SendResult acceptedGarbage(MalformedMessage garbage) {
    return new SendResult.Accepted(
        0, "its answer is not an OTLP response: " + garbage.getMessage());
  }

  private String reason(HttpResponse response, byte[] body) {
    String text = settings.clean(failureText(response, body));
    return "HTTP " + response.status() + (text.isEmpty() ? "" : ": " + text);
  }

  /** Proxies and gateways explain themselves in plain text, receivers in the request's format. */
  private String failureText(HttpResponse response, byte[] body) {
    String contentType = response.header("content-type");
    if (contentType.startsWith(format.contentType())) {
      try {
        return format.failure(body);
      } catch (MalformedMessage somethingElse) {
        return "";
      }
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  private static @Nullable Duration retryAfter(HttpResponse response, Instant now) {
    return RetryAfter.parse(response.header("retry-after"), now);
  }
}
