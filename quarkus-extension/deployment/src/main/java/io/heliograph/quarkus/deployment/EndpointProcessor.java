package io.heliograph.quarkus.deployment;

import io.heliograph.quarkus.VertxRecorder;
import io.quarkus.deployment.IsDevelopment;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.devui.spi.page.CardPageBuildItem;
import io.quarkus.devui.spi.page.Page;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.smallrye.health.deployment.spi.HealthBuildItem;
import io.quarkus.vertx.http.deployment.NonApplicationRootPathBuildItem;
import io.quarkus.vertx.http.deployment.RouteBuildItem;
import io.quarkus.vertx.http.runtime.management.ManagementInterfaceBuildTimeConfig;

/** What an operator looks at, below Quarkus' own root. */
class EndpointProcessor {

  private static final String DIAGNOSTICS = "heliograph";
  private static final String METRICS = "heliographmetrics";

  @BuildStep
  @Record(ExecutionTime.RUNTIME_INIT)
  RouteBuildItem metrics(
      VertxRecorder recorder, EngineBuildItem item, NonApplicationRootPathBuildItem paths) {
    return paths
        .routeBuilder()
        .management()
        .route(METRICS)
        .handler(recorder.scrape(item.engine()))
        .blockingRoute()
        .build();
  }

  /** Not on the port of the application's users. */
  @BuildStep
  @Record(ExecutionTime.RUNTIME_INIT)
  void diagnostics(
      VertxRecorder recorder,
      EngineBuildItem item,
      NonApplicationRootPathBuildItem paths,
      ManagementInterfaceBuildTimeConfig management,
      LaunchModeBuildItem mode,
      BuildProducer<RouteBuildItem> routes) {
    if (management.enabled() || mode.getLaunchMode() == LaunchMode.DEVELOPMENT) {
      routes.produce(
          paths
              .routeBuilder()
              .management()
              .route(DIAGNOSTICS)
              .handler(recorder.diagnostics(item.engine()))
              .build());
    }
  }

  @BuildStep
  HealthBuildItem health() {
    return new HealthBuildItem("io.heliograph.quarkus.TelemetryHealthCheck", true);
  }

  @BuildStep(onlyIf = IsDevelopment.class)
  CardPageBuildItem card(
      NonApplicationRootPathBuildItem paths,
      ManagementInterfaceBuildTimeConfig management,
      LaunchModeBuildItem mode) {
    CardPageBuildItem card = new CardPageBuildItem();
    card.addPage(
        Page.externalPageBuilder("Diagnostics")
            .url(paths.resolveManagementPath(DIAGNOSTICS, management, mode))
            .isJsonContent());
    card.addPage(
        Page.externalPageBuilder("Metrics")
            .url(paths.resolveManagementPath(METRICS, management, mode))
            .doNotEmbed());
    return card;
  }
}
