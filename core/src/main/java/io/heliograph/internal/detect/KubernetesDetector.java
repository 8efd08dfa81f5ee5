package io.heliograph.internal.detect;

import io.heliograph.export.Resource;
import io.heliograph.internal.resource.LocalDetector;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pod: from variables that its manifest fills by the downward API, and from files that
 * every pod has.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/resource/k8s/">Kubernetes</a>
 */
final class KubernetesDetector implements LocalDetector {

  private static final String NAMESPACE_FILE =
      "/var/run/secrets/kubernetes.io/serviceaccount/namespace";

  private final Surroundings surroundings;

  KubernetesDetector(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public String name() {
    return "kubernetes";
  }

  @Override
  public Resource detect() {
    if (!Containment.isKubernetes(surroundings)) {
      return Resource.empty();
    }
    return new Found()
        .put("k8s.namespace.name", namespace())
        .put("k8s.pod.name", named("POD_NAME"))
        .put("k8s.pod.uid", podUid())
        .put("k8s.node.name", named("NODE_NAME"))
        .put("k8s.container.name", named("CONTAINER_NAME"))
        .put("k8s.deployment.name", named("DEPLOYMENT_NAME"))
        .put("k8s.cluster.name", prefixed("CLUSTER_NAME"))
        .resource();
  }

  private @Nullable String namespace() {
    String told = surroundings.env("K8S_NAMESPACE_NAME", "K8S_NAMESPACE", "KUBERNETES_NAMESPACE");
    String pod = told == null ? named("POD_NAMESPACE") : told;
    return pod == null ? surroundings.text(NAMESPACE_FILE) : pod;
  }

  private @Nullable String podUid() {
    String told = named("POD_UID");
    return told == null ? Containment.podUid(surroundings) : told;
  }

  /** The downward API has no fixed names; these are what manifests and operators write. */
  private @Nullable String named(String name) {
    String told = prefixed(name);
    return told == null ? surroundings.env(name) : told;
  }

  /** For names that, bare, often mean something else, such as a Kafka cluster. */
  private @Nullable String prefixed(String name) {
    return surroundings.env("K8S_" + name, "KUBERNETES_" + name);
  }
}
