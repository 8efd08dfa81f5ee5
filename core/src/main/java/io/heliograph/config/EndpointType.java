package io.heliograph.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** URLs of receivers, and the one place that hides what is secret in them. */
final class EndpointType {
  private static final Pattern USER_INFO = Pattern.compile("^(\\w+://)?.*@", Pattern.DOTALL);
  private static final Pattern AFTER_PATH = Pattern.compile("([?#]).*", Pattern.DOTALL);
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

  private EndpointType() {}

  /** Without a scheme only gRPC takes it, which the resolution of a destination decides. */
  static SettingType<URI> endpoint() {
    return SettingType.scalar(
            "url",
            URI.class,
            "a URL that starts with http:// or https:// (gRPC also takes host:port)",
            EndpointType::parse)
        .displayedBy(EndpointType::masked);
  }

  /** User info, query and fragment replaced, in valid and in malformed URLs alike. */
  static String masked(String url) {
    String shown = USER_INFO.matcher(url).replaceFirst("$1REDACTED:REDACTED@");
    return AFTER_PATH.matcher(shown).replaceFirst("$1REDACTED");
  }

  private static URI parse(String text) throws BadValue {
    try {
      if (HOST_AND_PORT.matcher(text).matches()) {
        return new URI("//" + text);
      }
      URI uri = new URI(text);
      if (isHttp(uri) && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Its message quotes the text, which may hold a password.
    }
    throw new BadValue();
  }

  static boolean isHttp(URI uri) {
    return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
  }
}
