package io.heliograph.quarkus.deployment;

import io.heliograph.quarkus.LogRecorder;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.LogHandlerBuildItem;
import io.quarkus.deployment.builditem.ShutdownContextBuildItem;
import java.util.List;

/** Log lines, which are there before the engine is. */
class LogProcessor {

  @BuildStep
  @Record(ExecutionTime.RUNTIME_INIT)
  LogHandlerBuildItem handler(LogRecorder recorder) {
    return new LogHandlerBuildItem(recorder.handler());
  }

  @BuildStep
  @Record(ExecutionTime.RUNTIME_INIT)
  @Consume(EngineStartedBuildItem.class)
  void connect(
      LogRecorder recorder,
      EngineBuildItem item,
      List<LogHandlerBuildItem> handlers,
      ShutdownContextBuildItem shutdown) {
    recorder.lines(
        item.engine(),
        handlers.stream().map(LogHandlerBuildItem::getHandlerValue).toList(),
        shutdown);
    recorder.mdc(item.engine(), shutdown);
  }
}
