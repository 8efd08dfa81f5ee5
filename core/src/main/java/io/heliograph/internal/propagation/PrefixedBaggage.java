package io.heliograph.internal.propagation;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Baggage as one header a member, its key behind a prefix, as Jaeger and OpenTracing send it.
 *
 * <p>Neither format knows a limit, so W3C Baggage's hold. Keys arrive in lower case, since header
 * names have none; a key that is no token is neither read nor written.
 */
final class PrefixedBaggage {

  private final String prefix;

  PrefixedBaggage(String prefix) {
    this.prefix = prefix;
  }

  <C> void read(
      C carrier,
      TextMapGetter<C> getter,
      UnaryOperator<String> decode,
      BaggageMembers baggage,
      BaggageAllowance allowance) {
    for (String name : getter.keys(carrier)) {
      if (allowance.isSpent()) {
        return;
      }
      if (!name.regionMatches(true, 0, prefix, 0, prefix.length())
          || !Ascii.isToken(name, prefix.length(), name.length())) {
        continue;
      }
      String value = getter.get(carrier, name);
      int keyLength = name.length() - prefix.length();
      if (value != null && (long) keyLength + value.length() <= allowance.bytes()) {
        baggage.put(
            name.substring(prefix.length()).toLowerCase(Locale.ROOT),
            decode.apply(value),
            BaggageEntryMetadata.empty());
        allowance.spendBytes(keyLength + value.length());
        allowance.spendMember();
      }
    }
  }

  <C> void write(
      Baggage baggage, @Nullable C carrier, TextMapSetter<C> setter, UnaryOperator<String> encode) {
    BaggageAllowance allowance = new BaggageAllowance();
    baggage.forEach(
        (key, entry) -> {
          if (!Ascii.isToken(key, 0, key.length())
              || (long) key.length() + entry.getValue().length() > allowance.bytes()) {
            return;
          }
          String value = encode.apply(entry.getValue());
          if (key.length() + value.length() <= allowance.bytes() && Ascii.isFieldContent(value)) {
            allowance.spendBytes(key.length() + value.length());
            allowance.spendMember();
            setter.set(carrier, prefix + key, value);
          }
        });
  }
}
