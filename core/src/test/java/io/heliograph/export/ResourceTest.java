package io.heliograph.export;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.opentelemetry.api.common.Attributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceTest {

  @Test
  @Compliance({
    "Resource > Create from Attributes",
    "Resource > Create empty",
    "Resource > Retrieve attributes"
  })
  void holdsTheAttributesItWasMadeOf() {
    Attributes attributes = Attributes.of(stringKey("a"), "1");
    assertThat(Resource.of(attributes).attributes()).isEqualTo(attributes);
    assertThat(Resource.of(attributes).schemaUrl()).isNull();
    assertThat(Resource.empty().attributes()).isEqualTo(Attributes.empty());
    assertThat(Resource.empty().schemaUrl()).isNull();
  }

  @Test
  @Compliance("Resource > Merge (v2)")
  void theUpdatingValueWinsEvenIfItIsEmpty() {
    Resource old = Resource.of(Attributes.of(stringKey("a"), "1", stringKey("b"), "2"));
    Resource updating = Resource.of(Attributes.of(stringKey("b"), "", stringKey("c"), "3"));
    assertThat(old.merge(updating).attributes())
        .isEqualTo(Attributes.of(stringKey("a"), "1", stringKey("b"), "", stringKey("c"), "3"));
  }

  @ParameterizedTest
  @Compliance("Resource > Merge (v2)")
  @CsvSource({
    "https://x/1, https://x/1, https://x/1",
    "https://x/1,            , https://x/1",
    "https://x/1, ''         , https://x/1",
    "           , https://x/1, https://x/1",
    "''         , https://x/1, https://x/1",
    "           ,            ,            ",
    "https://x/1, https://x/2,            "
  })
  void oneSchemaUrlSurvivesAndTwoDifferentOnesLeaveNone(
      String old, String updating, String merged) {
    assertThat(withSchema(old).merge(withSchema(updating)).schemaUrl()).isEqualTo(merged);
  }

  private static Resource withSchema(String url) {
    return new Resource(Attributes.empty(), url);
  }
}
