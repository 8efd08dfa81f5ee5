package io.heliograph.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsDetectorTest {

  private static final String TOKEN_HEADER = "X-aws-ec2-metadata-token";
  private static final String IDENTITY = "GET /latest/dynamic/instance-identity/document";

  @TempDir Path root;
  private MetadataServer server;

  @BeforeEach
  void start() throws IOException {
    server = new MetadataServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void asksAnInstanceWithAToken() {
    server
        .answers("PUT /latest/api/token", TOKEN_HEADER + "-ttl-seconds", "60", "AQAEAF==\n")
        .answers(
            IDENTITY,
            TOKEN_HEADER,
            "AQAEAF==",
            """
            {
              "accountId" : "123456789012",
              "architecture" : "x86_64",
              "availabilityZone" : "us-west-2b",
              "billingProducts" : null,
              "imageId" : "ami-5fb8c835",
              "instanceId" : "i-1234567890abcdef0",
              "instanceType" : "t3.micro",
              "privateIp" : "10.158.112.84",
              "region" : "us-west-2"
            }
            """)
        .answers(
            "GET /latest/meta-data/hostname",
            TOKEN_HEADER,
            "AQAEAF==",
            "ip-10-158-112-84.us-west-2.compute.internal");

    assertThat(Detected.by(new AwsDetector(instance().surroundings())))
        .isEqualTo(
            Map.of(
                "cloud.provider", "aws",
                "cloud.platform", "aws_ec2",
                "cloud.account.id", "123456789012",
                "cloud.region", "us-west-2",
                "cloud.availability_zone", "us-west-2b",
                "host.id", "i-1234567890abcdef0",
                "host.type", "t3.micro",
                "host.image.id", "ami-5fb8c835",
                "host.name", "ip-10-158-112-84.us-west-2.compute.internal"));
  }

  @Test
  void asksNoInstanceWithoutAToken() {
    AwsDetector detector = new AwsDetector(instance().surroundings());

    assertThatThrownBy(detector::detect).hasMessageContaining("status 404");
    assertThat(server.requests).containsExactly("PUT /latest/api/token");
  }

  @Test
  void sendsNoTokenThatIsNoHeaderValue() {
    server.answers(
        "PUT /latest/api/token", TOKEN_HEADER + "-ttl-seconds", "60", "a\r\nX-Forged: 1");

    assertThatThrownBy(new AwsDetector(instance().surroundings())::detect)
        .hasMessageContaining("no header value");
    assertThat(server.requests).hasSize(1);
  }

  @Test
  void describesATaskAndItsContainer() {
    server
        .answers(
            "GET /v4/abc",
            "Connection",
            "close",
            """
            {
              "DockerId": "ea32192c8553fbff06c9340478a2ff089b2bb5646fb718b4ee206641c9086d66",
              "Name": "curl",
              "DockerName": "ecs-curltest-24-curl-cca48e8dcadd97805600",
              "Image": "localhost:5000/shop/curltest:1.4",
              "Labels": {"com.amazonaws.ecs.task-definition-version": "24"},
              "LogOptions": {
                "awslogs-create-group": "true",
                "awslogs-group": "/ecs/metadata",
                "awslogs-region": "us-west-2",
                "awslogs-stream": "ecs/curl/8f03e41243824aea923aca126495f665"
              },
              "ContainerARN": "arn:aws:ecs:us-west-2:111122223333:container/0206b271-b33f"
            }
            """)
        .answers(
            "GET /v4/abc/task",
            "Connection",
            "close",
            """
            {
              "Cluster": "arn:aws:ecs:us-west-2:111122223333:cluster/default",
              "TaskARN": "arn:aws:ecs:us-west-2:111122223333:task/default/158d1c8083dd49d6",
              "Family": "curltest",
              "Revision": "26",
              "AvailabilityZone": "us-west-2d",
              "LaunchType": "FARGATE"
            }
            """);
    Place task = new Place(root).env("ECS_CONTAINER_METADATA_URI_V4", server.address() + "/v4/abc");

    assertThat(Detected.by(new AwsDetector(task.surroundings())))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("cloud.provider", "aws"),
                Map.entry("cloud.platform", "aws_ecs"),
                Map.entry("cloud.account.id", "111122223333"),
                Map.entry("cloud.region", "us-west-2"),
                Map.entry("cloud.availability_zone", "us-west-2d"),
                Map.entry(
                    "cloud.resource_id",
                    "arn:aws:ecs:us-west-2:111122223333:container/0206b271-b33f"),
                Map.entry(
                    "aws.ecs.container.arn",
                    "arn:aws:ecs:us-west-2:111122223333:container/0206b271-b33f"),
                Map.entry(
                    "aws.ecs.cluster.arn", "arn:aws:ecs:us-west-2:111122223333:cluster/default"),
                Map.entry(
                    "aws.ecs.task.arn",
                    "arn:aws:ecs:us-west-2:111122223333:task/default/158d1c8083dd49d6"),
                Map.entry("aws.ecs.task.id", "158d1c8083dd49d6"),
                Map.entry("aws.ecs.task.family", "curltest"),
                Map.entry("aws.ecs.task.revision", "26"),
                Map.entry("aws.ecs.launchtype", "fargate"),
                Map.entry(
                    "container.id",
                    "ea32192c8553fbff06c9340478a2ff089b2bb5646fb718b4ee206641c9086d66"),
                Map.entry("container.name", "ecs-curltest-24-curl-cca48e8dcadd97805600"),
                Map.entry("container.image.name", "localhost:5000/shop/curltest"),
                Map.entry("container.image.tags", List.of("1.4")),
                Map.entry("aws.log.group.names", List.of("/ecs/metadata")),
                Map.entry(
                    "aws.log.stream.names", List.of("ecs/curl/8f03e41243824aea923aca126495f665"))));
  }

  @Test
  void readsAFunctionFromItsEnvironment() {
    Place function =
        new Place(root)
            .env("AWS_LAMBDA_FUNCTION_NAME", "cart")
            .env("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST")
            .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512")
            .env("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/cart")
            .env("AWS_LAMBDA_LOG_STREAM_NAME", "2026/11/21/[$LATEST]3893061f")
            .env("AWS_REGION", "eu-west-1");
    AwsDetector detector = new AwsDetector(function.surroundings());

    assertThat(detector.isLocal()).isTrue();
    assertThat(Detected.by(detector))
        .isEqualTo(
            Map.of(
                "cloud.provider", "aws",
                "cloud.platform", "aws_lambda",
                "cloud.region", "eu-west-1",
                "faas.name", "cart",
                "faas.version", "$LATEST",
                "faas.instance", "2026/11/21/[$LATEST]3893061f",
                "faas.max_memory", 536_870_912L,
                "aws.log.group.names", List.of("/aws/lambda/cart"),
                "aws.log.stream.names", List.of("2026/11/21/[$LATEST]3893061f")));
  }

  @Test
  void knowsAPodOfEksByWhoIssuedItsToken() {
    Place pod = pod("https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B716D3041E");

    assertThat(Detected.by(new AwsDetector(pod.surroundings())))
        .isEqualTo(
            Map.of(
                "cloud.provider", "aws", "cloud.platform", "aws_eks", "cloud.region", "eu-west-1"));
  }

  @Test
  void takesNoOtherPodForEks() {
    Place pod = pod("https://kubernetes.default.svc.cluster.local");
    Place broken =
        new Place(root.resolve("broken"))
            .env("KUBERNETES_SERVICE_HOST", "10.96.0.1")
            .file("/var/run/secrets/kubernetes.io/serviceaccount/token", "a.!.c");

    assertThat(Detected.by(new AwsDetector(pod.surroundings()))).isEmpty();
    assertThat(Detected.by(new AwsDetector(broken.surroundings()))).isEmpty();
  }

  @Test
  void asksNobodyWithoutAHintOfTheCloud() {
    AwsDetector elsewhere =
        new AwsDetector(new Place(root).metadata(server.address()).surroundings());

    assertThat(elsewhere.isLocal()).isTrue();
    assertThat(Detected.by(elsewhere)).isEmpty();
    assertThat(server.requests).isEmpty();
  }

  private Place instance() {
    return new Place(root)
        .metadata(server.address())
        .file("/sys/class/dmi/id/sys_vendor", "Amazon EC2\n");
  }

  private Place pod(String issuer) {
    String claims = "{\"aud\":[\"x\"],\"exp\":1761000000,\"iss\":\"" + issuer + "\"}";
    String token =
        "eyJhbGciOiJSUzI1NiJ9."
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
            + ".c2ln";
    return new Place(root)
        .env("KUBERNETES_SERVICE_HOST", "10.96.0.1")
        .file("/var/run/secrets/kubernetes.io/serviceaccount/token", token);
  }
}
