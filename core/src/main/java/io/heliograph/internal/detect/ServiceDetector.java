package io.heliograph.internal.detect;

import io.heliograph.export.Resource;
import io.heliograph.internal.resource.LocalDetector;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Gives this instance of the service an id. What a framework knows of its build comes from a
 * detector of its own by the same name, which wins.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/resource/service/">Service</a>
 */
final class ServiceDetector implements LocalDetector {

  private static final int UUID_BYTES = 16;
  private static final long VERSION_MASK = 0xF000L;
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT_MASK = 0xC000_0000_0000_0000L;
  private static final long VARIANT_IETF = 0x8000_0000_0000_0000L;

  private final Surroundings surroundings;

  ServiceDetector(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public String name() {
    return "service";
  }

  @Override
  public Resource detect() {
    return new Found().put("service.instance.id", randomId().toString()).resource();
  }

  /** From the kernel where it can: the first SecureRandom of a JVM costs 15 ms of CPU. */
  private UUID randomId() {
    byte[] random = surroundings.bytes("/dev/urandom", UUID_BYTES);
    if (random == null || random.length < UUID_BYTES) {
      return UUID.randomUUID();
    }
    ByteBuffer bits = ByteBuffer.wrap(random);
    return new UUID(
        (bits.getLong() & ~VERSION_MASK) | VERSION_4,
        (bits.getLong() & ~VARIANT_MASK) | VARIANT_IETF);
  }
}
