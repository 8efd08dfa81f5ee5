package io.heliograph.internal.sampling;

import io.heliograph.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a Jaeger sampling endpoint answers.
 *
 * @see <a
 *     href="https://github.com/jaegertracing/jaeger-idl/blob/main/proto/api_v2/sampling.proto">sampling.proto</a>
 */
sealed interface SamplingStrategy {

  /** One ratio for the whole service. */
  record Probabilistic(double ratio) implements SamplingStrategy {}

  /** So many traces a second from this process. */
  record RateLimiting(double tracesPerSecond) implements SamplingStrategy {}

  /**
   * A ratio for each span name.
   *
   * @param lowerBound traces a second to sample of each name even where the ratio gives fewer
   */
  record PerOperation(double defaultRatio, double lowerBound, Map<String, Double> ratios)
      implements SamplingStrategy {}

  /**
   * Reads the JSON form. Absent numbers are 0, as protobuf leaves them out.
   *
   * @throws IllegalArgumentException if it is not JSON or not a strategy
   */
  static SamplingStrategy parse(String json) {
    Map<?, ?> response = object("response", Json.parse(json));
    // sampling.proto: ignore strategyType and take what is there, starting with operations.
    if (response.get("operationSampling") != null) {
      return perOperation(object("operationSampling", response.get("operationSampling")));
    }
    if (response.get("rateLimitingSampling") != null) {
      Map<?, ?> limiting = object("rateLimitingSampling", response.get("rateLimitingSampling"));
      return new RateLimiting(number(limiting, "maxTracesPerSecond", Double.MAX_VALUE));
    }
    return new Probabilistic(ratio(response));
  }

  private static PerOperation perOperation(Map<?, ?> operations) {
    Map<String, Double> ratios = new LinkedHashMap<>();
    if (operations.get("perOperationStrategies") != null) {
      for (Object element : list(operations, "perOperationStrategies")) {
        Map<?, ?> operation = object("operation strategy", element);
        if (!(operation.get("operation") instanceof String name)) {
          throw new IllegalArgumentException("operation must be a string");
        }
        ratios.put(name, ratio(operation));
      }
    }
    return new PerOperation(
        number(operations, "defaultSamplingProbability", 1),
        number(operations, "defaultLowerBoundTracesPerSecond", Double.MAX_VALUE),
        Map.copyOf(ratios));
  }

  private static double ratio(Map<?, ?> parent) {
    Object probabilistic = parent.get("probabilisticSampling");
    return number(object("probabilisticSampling", probabilistic), "samplingRate", 1);
  }

  private static double number(Map<?, ?> object, String key, double max) {
    Object value = object.get(key);
    if (value == null) {
      return 0;
    }
    if (value instanceof Double number && number >= 0 && number <= max) {
      return number;
    }
    throw new IllegalArgumentException(
        key + " must be a number from 0" + (max == 1 ? " to 1" : ""));
  }

  private static List<?> list(Map<?, ?> object, String key) {
    if (object.get(key) instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException(key + " must be an array");
  }

  private static Map<?, ?> object(String what, @Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      return object;
    }
    throw new IllegalArgumentException(what + " must be an object");
  }
}
