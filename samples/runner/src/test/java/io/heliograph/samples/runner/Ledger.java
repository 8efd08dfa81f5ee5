package io.heliograph.samples.runner;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a service of the shop says became of a signal, for its one destination of it. */
record Ledger(long offered, long delivered, long dropped, long buffered) {

  /** Of each service; the signal as {@code traces} or {@code logs}. */
  static List<Ledger> of(Shop shop, String signal) {
    return Arrays.stream(Part.values())
        .map(part -> read(shop.url(part) + "/ledger", signal))
        .toList();
  }

  boolean isSettled() {
    return buffered == 0 && offered == delivered + dropped;
  }

  private static Ledger read(String url, String signal) {
    List<Ledger> ledgers = new ArrayList<>();
    try (InputStream answer = URI.create(url).toURL().openStream()) {
      for (JsonElement destination :
          JsonParser.parseReader(new InputStreamReader(answer, StandardCharsets.UTF_8))
              .getAsJsonArray()) {
        JsonObject ledger = destination.getAsJsonObject();
        if (signal.equalsIgnoreCase(ledger.get("signal").getAsString())) {
          ledgers.add(read(ledger));
        }
      }
    } catch (IOException e) {
      throw new AssertionError(url + " does not answer", e);
    }
    if (ledgers.size() != 1) {
      throw new AssertionError("Expected one destination of " + signal + ": " + ledgers);
    }
    return ledgers.get(0);
  }

  private static Ledger read(JsonObject destination) {
    return new Ledger(
        destination.get("offered").getAsLong(),
        destination.get("delivered").getAsLong(),
        destination.getAsJsonObject("dropped").asMap().values().stream()
            .mapToLong(JsonElement::getAsLong)
            .sum(),
        destination.get("buffered").getAsLong());
  }
}
