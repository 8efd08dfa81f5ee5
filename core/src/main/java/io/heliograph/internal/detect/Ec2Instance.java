package io.heliograph.internal.detect;

import io.heliograph.export.Resource;
import java.io.IOException;
import java.util.Map;

/**
 * An EC2 instance, by version 2 of its metadata service; version 1, which needs no token, is what
 * forged requests are made with and is not asked.
 */
final class Ec2Instance {

  private static final String TOKEN_HEADER = "X-aws-ec2-metadata-token";

  private final MetadataClient client;

  Ec2Instance(MetadataClient client) {
    this.client = client;
  }

  Resource resource() throws IOException {
    String token = client.put("/latest/api/token", Map.of(TOKEN_HEADER + "-ttl-seconds", "60"));
    Map<String, String> headers = Map.of(TOKEN_HEADER, token);
    String json = client.get("/latest/dynamic/instance-identity/document", headers);
    Document identity = Document.parse(json);
    return AwsDetector.on("aws_ec2")
        .put("cloud.account.id", identity.text("accountId"))
        .put("cloud.region", identity.text("region"))
        .put("cloud.availability_zone", identity.text("availabilityZone"))
        .put("host.id", identity.text("instanceId"))
        .put("host.type", identity.text("instanceType"))
        .put("host.image.id", identity.text("imageId"))
        .put("host.name", client.get("/latest/meta-data/hostname", headers))
        .resource();
  }
}
