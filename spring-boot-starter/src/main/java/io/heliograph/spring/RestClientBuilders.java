package io.heliograph.spring;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.client.RestClient;

/**
 * A builder that has a word on each client when it is built: by then it is known which factory the
 * application wants.
 *
 * <p>A proxy, as the builder's methods differ between Spring Framework 6 and 7.
 */
final class RestClientBuilders implements InvocationHandler {

  private final RestClient.Builder builder;
  private final Consumer<RestClient.Builder> last;

  private RestClientBuilders(RestClient.Builder builder, Consumer<RestClient.Builder> last) {
    this.builder = builder;
    this.last = last;
  }

  /**
   * @param last changes a copy of the builder, which the client is made by
   */
  static RestClient.Builder completed(
      RestClient.Builder builder, Consumer<RestClient.Builder> last) {
    Class<RestClient.Builder> type = RestClient.Builder.class;
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, new RestClientBuilders(builder, last)));
  }

  /**
   * What a builder makes its client's requests with: what it was given, or else chooses; {@code
   * null} if it is none of Spring's, or a module hides it. Spring tells nobody.
   */
  static @Nullable ClientHttpRequestFactory requestFactory(RestClient.Builder builder) {
    Method method = ReflectionUtils.findMethod(builder.getClass(), "initRequestFactory");
    return method != null && method.trySetAccessible()
        ? (ClientHttpRequestFactory) ReflectionUtils.invokeMethod(method, builder)
        : null;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "clone" -> completed(builder.clone(), last);
      case "build" -> build();
      default -> {
        Object result =
            ReflectionUtils.invokeMethod(
                method, builder, arguments == null ? new Object[0] : arguments);
        yield result instanceof RestClient.Builder ? proxy : result;
      }
    };
  }

  private RestClient build() {
    RestClient.Builder copy = builder.clone();
    last.accept(copy);
    return copy.build();
  }
}
