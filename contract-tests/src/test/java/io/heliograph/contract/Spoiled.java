package io.heliograph.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs a contract against a reference application that has a defect. */
final class Spoiled {

  private static final ThreadLocal<Defect> DEFECT = ThreadLocal.withInitial(() -> Defect.NONE);

  private Spoiled() {}

  /** The defect for applications that start on this thread. */
  static Defect defect() {
    return DEFECT.get();
  }

  /** Fails unless these tests, and maybe others, fail where the application has the defect. */
  static void assertNotices(Class<? extends Contract> contract, Defect defect, String tests) {
    assertThat(failures(contract, defect)).containsAll(Set.of(tests.split(" ")));
  }

  /** The test methods that fail, without their parameters. */
  static Set<String> failures(Class<? extends Contract> contract, Defect defect) {
    DEFECT.set(defect);
    try {
      return EngineTestKit.engine("junit-jupiter")
          .selectors(selectClass(contract))
          .execute()
          .testEvents()
          .failed()
          .stream()
          .map(event -> event.getTestDescriptor().getSource().orElseThrow())
          .map(source -> ((MethodSource) source).getMethodName())
          .collect(Collectors.toSet());
    } finally {
      DEFECT.remove();
    }
  }
}
