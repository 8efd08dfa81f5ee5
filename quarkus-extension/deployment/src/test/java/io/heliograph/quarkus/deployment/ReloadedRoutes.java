package io.heliograph.quarkus.deployment;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Says what is left of earlier generations of the application. */
public class ReloadedRoutes {

  private static final String GENERATION = "generation 0";

  void routes(@Observes Router router) {
    loaders().add(new WeakReference<>(ReloadedRoutes.class.getClassLoader()));
    router.get("/generation").handler(request -> request.end(GENERATION));
    router.get("/left").blockingHandler(request -> request.end(left()));
  }

  /** In the properties of the machine, which are all that survives a reload. */
  @SuppressWarnings("unchecked")
  private static List<WeakReference<ClassLoader>> loaders() {
    return (List<WeakReference<ClassLoader>>)
        System.getProperties().computeIfAbsent("loaders", key -> new CopyOnWriteArrayList<>());
  }

  private static String left() {
    return "handlers: " + handlers() + ", threads: " + threads() + ", loaders: " + aliveLoaders();
  }

  private static long handlers() {
    return Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
        .filter(handler -> handler.getClass().getName().equals("io.heliograph.quarkus.LogHandler"))
        .count();
  }

  /** Those that an engine has all the time; senders come and go with what they send. */
  private static Map<String, Long> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.matches("heliograph-(export|metrics)-.*"))
        .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
  }

  private static long aliveLoaders() {
    for (int i = 0; i < 5; i++) {
      System.gc();
    }
    return loaders().stream().filter(loader -> loader.get() != null).count();
  }
}
