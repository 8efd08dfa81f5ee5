package io.heliograph.quarkus;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.ClientRequestContext;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * The templates of a REST client's methods, read when it is made: reading annotations is nothing
 * for each request.
 *
 * <p>Methods of sub-resources have none, because they do not know what they are below.
 */
record UrlTemplates(Map<Method, String> byMethod) {

  private static final String PROPERTY = UrlTemplates.class.getName();

  static void keep(Class<?> type, RestClientBuilder client) {
    Map<Method, String> templates = new HashMap<>();
    String root = path(type.getAnnotation(Path.class));
    for (Method method : type.getMethods()) {
      String template = root + path(method.getAnnotation(Path.class));
      if (!template.isEmpty()) {
        templates.put(method, template);
      }
    }
    client.property(PROPERTY, new UrlTemplates(Map.copyOf(templates)));
  }

  static @Nullable String of(ClientRequestContext request) {
    Object method = request.getProperty(RestClientRequestContext.INVOKED_METHOD_PROP);
    return method != null
            && request.getConfiguration().getProperty(PROPERTY) instanceof UrlTemplates known
        ? known.byMethod.get(method)
        : null;
  }

  /** With a slash before it and none behind it, or empty. */
  private static String path(@Nullable Path path) {
    String value = path == null ? "" : path.value();
    String start = value.isEmpty() || value.startsWith("/") ? value : "/" + value;
    return start.endsWith("/") ? start.substring(0, start.length() - 1) : start;
  }
}
