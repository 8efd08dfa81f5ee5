package io.heliograph.internal.detect;

import io.heliograph.export.Resource;
import io.heliograph.internal.resource.LocalDetector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Finds what Amazon's cloud says of a Lambda function, an ECS task, an EKS pod or an EC2 instance.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/resource/cloud-provider/aws/">AWS</a>
 */
final class AwsDetector implements LocalDetector {

  private final Surroundings surroundings;

  AwsDetector(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public String name() {
    return "aws";
  }

  @Override
  public boolean isLocal() {
    boolean asks = ecsAddress() != null || (isEc2() && EksToken.region(surroundings) == null);
    return isLambda() || !asks;
  }

  @Override
  public Resource detect() {
    try {
      return detectPlatform();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed.getMessage(), failed);
    }
  }

  private Resource detectPlatform() throws IOException {
    String ecs = ecsAddress();
    String eksRegion = EksToken.region(surroundings);
    if (isLambda()) {
      return lambda();
    }
    if (ecs != null) {
      return new EcsTask(new MetadataClient(URI.create(ecs))).resource();
    }
    if (eksRegion != null) {
      return on("aws_eks").put("cloud.region", eksRegion).resource();
    }
    return isEc2()
        ? new Ec2Instance(new MetadataClient(surroundings.metadata())).resource()
        : Resource.empty();
  }

  static Found on(String platform) {
    return new Found().put("cloud.provider", "aws").put("cloud.platform", platform);
  }

  private boolean isLambda() {
    return surroundings.env("AWS_LAMBDA_FUNCTION_NAME") != null;
  }

  private @Nullable String ecsAddress() {
    return surroundings.env("ECS_CONTAINER_METADATA_URI_V4");
  }

  /** Of the Nitro machines' firmware, and of the older ones' hypervisor. */
  private boolean isEc2() {
    String hypervisor = surroundings.text("/sys/hypervisor/uuid");
    return "Amazon EC2".equals(surroundings.text("/sys/class/dmi/id/sys_vendor"))
        || (hypervisor != null && hypervisor.startsWith("ec2"));
  }

  private Resource lambda() {
    return on("aws_lambda")
        .put("cloud.region", surroundings.env("AWS_REGION"))
        .put("faas.name", surroundings.env("AWS_LAMBDA_FUNCTION_NAME"))
        .put("faas.version", surroundings.env("AWS_LAMBDA_FUNCTION_VERSION"))
        .put("faas.instance", surroundings.env("AWS_LAMBDA_LOG_STREAM_NAME"))
        .putMebibytes("faas.max_memory", surroundings.env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"))
        .putArray("aws.log.group.names", surroundings.env("AWS_LAMBDA_LOG_GROUP_NAME"))
        .putArray("aws.log.stream.names", surroundings.env("AWS_LAMBDA_LOG_STREAM_NAME"))
        .resource();
  }
}
