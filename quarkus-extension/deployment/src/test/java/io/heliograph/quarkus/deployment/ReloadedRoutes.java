package io.heliograph.quarkus.deployment;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says what is left of earlier generations of the application. */
public class ReloadedRoutes {

  private static final String GENERATION = "generation 0";

  void routes(@Observes Router router) {
    loaders().add(new WeakReference<>(ReloadedRoutes.class.getClassLoader()));
    router.get("/generation").handler(request -> request.end(GENERATION));
    router.get("/handlers").handler(request -> request.end(String.valueOf(handlers())));
    router.get("/loaders").blockingHandler(request -> request.end(reachableLoaders()));
  }

  /** In the properties of the machine, which are all that survives a reload. */
  @SuppressWarnings("unchecked")
  private static List<WeakReference<ClassLoader>> loaders() {
    return (List<WeakReference<ClassLoader>>)
        System.getProperties().computeIfAbsent("loaders", key -> new CopyOnWriteArrayList<>());
  }

  private static long handlers() {
    return Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
        .filter(
            handler -> handler.getClass().getName().equals("io.heliograph.jboss.HeliographHandler"))
        .count();
  }

  /** The generations whose class loaders are reachable. */
  private static String reachableLoaders() {
    System.gc();
    List<WeakReference<ClassLoader>> all = loaders();
    return IntStream.range(0, all.size())
        .filter(generation -> all.get(generation).get() != null)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(","));
  }
}
