package io.heliograph.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubernetesDetectorTest {

  private static final String UID = "1f3a5c7e-9b2d-4f60-8a1c-3e5d7f9b0a2c";

  @TempDir Path root;

  @Test
  void readsWhatEveryPodHas() {
    Place pod =
        pod()
            .file("/var/run/secrets/kubernetes.io/serviceaccount/namespace", "shop")
            .file(
                "/proc/self/mountinfo",
                "1 0 0:62 / / rw - overlay overlay rw\n"
                    + "2 1 254:1 /var/lib/kubelet/pods/"
                    + UID
                    + "/etc-hosts /etc/hosts rw - ext4 /dev/vda1 rw\n");

    assertThat(Detected.by(new KubernetesDetector(pod.surroundings())))
        .isEqualTo(Map.of("k8s.namespace.name", "shop", "k8s.pod.uid", UID));
  }

  @Test
  void prefersWhatTheManifestSays() {
    Place pod =
        pod()
            .file("/var/run/secrets/kubernetes.io/serviceaccount/namespace", "file")
            .env("POD_NAMESPACE", "shop")
            .env("POD_NAME", "cart-7d9f")
            .env("K8S_POD_UID", UID)
            .env("KUBERNETES_NODE_NAME", "node-3")
            .env("CONTAINER_NAME", "cart")
            .env("CLUSTER_NAME", "kafka-1")
            .env("K8S_CLUSTER_NAME", "production");

    assertThat(Detected.by(new KubernetesDetector(pod.surroundings())))
        .isEqualTo(
            Map.of(
                "k8s.namespace.name", "shop",
                "k8s.pod.name", "cart-7d9f",
                "k8s.pod.uid", UID,
                "k8s.node.name", "node-3",
                "k8s.container.name", "cart",
                "k8s.cluster.name", "production"));
  }

  @Test
  void readsNoVariableOutsideOfPods() {
    Place elsewhere = new Place(root).env("NODE_NAME", "jenkins-agent").env("POD_NAME", "x");

    assertThat(Detected.by(new KubernetesDetector(elsewhere.surroundings()))).isEmpty();
  }

  private Place pod() {
    return new Place(root).env("KUBERNETES_SERVICE_HOST", "10.96.0.1");
  }
}
