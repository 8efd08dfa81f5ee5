package io.heliograph.internal.detect;

import io.heliograph.export.Resource;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An ECS task and this container in it, by version 4 of the task metadata endpoint.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/resource/cloud-provider/aws/ecs/">
 *     ECS</a>
 */
final class EcsTask {

  private static final int ARN_REGION = 3;
  private static final int ARN_ACCOUNT = 4;

  private final MetadataClient client;

  EcsTask(MetadataClient client) {
    this.client = client;
  }

  Resource resource() throws IOException {
    Document container = Document.parse(client.get("", Map.of()));
    Document task = Document.parse(client.get("/task", Map.of()));
    Found found = AwsDetector.on("aws_ecs");
    addTask(found, task);
    addContainer(found, container);
    return found.resource();
  }

  private static void addTask(Found found, Document task) {
    String arn = task.text("TaskARN");
    String launchType = task.text("LaunchType");
    String cluster = task.text("Cluster");
    found
        .put("cloud.account.id", part(arn, ARN_ACCOUNT))
        .put("cloud.region", part(arn, ARN_REGION))
        .put("cloud.availability_zone", task.text("AvailabilityZone"))
        .put("aws.ecs.task.arn", arn)
        .put("aws.ecs.task.id", arn == null ? null : arn.substring(arn.lastIndexOf('/') + 1))
        .put("aws.ecs.task.family", task.text("Family"))
        .put("aws.ecs.task.revision", task.text("Revision"))
        .put("aws.ecs.launchtype", launchType == null ? null : launchType.toLowerCase(Locale.ROOT))
        .put("aws.ecs.cluster.arn", part(cluster, ARN_ACCOUNT) == null ? null : cluster);
  }

  private static void addContainer(Found found, Document container) {
    String arn = container.text("ContainerARN");
    Document logs = container.child("LogOptions");
    found
        .put("cloud.resource_id", arn)
        .put("aws.ecs.container.arn", arn)
        .put("container.id", container.text("DockerId"))
        .put("container.name", container.text("DockerName"))
        .putArray("aws.log.group.names", logs.text("awslogs-group"))
        .putArray("aws.log.stream.names", logs.text("awslogs-stream"));
    addImage(found, container.text("Image"));
  }

  /** A colon before the last slash belongs to the registry's port. */
  private static void addImage(Found found, @Nullable String image) {
    String named = image == null ? "" : image.split("@", 2)[0];
    int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    found
        .put("container.image.name", colon < 0 ? named : named.substring(0, colon))
        .putArray("container.image.tags", colon < 0 ? null : named.substring(colon + 1));
  }

  /** A part of an Amazon resource name, null if it is none. */
  private static @Nullable String part(@Nullable String arn, int part) {
    String[] parts = arn == null ? new String[0] : arn.split(":", 6);
    return parts.length == 6 && parts[0].equals("arn") ? parts[part] : null;
  }
}
