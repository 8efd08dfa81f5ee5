package io.heliograph.internal.detect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a pod's service account token who issued it, which says whether the cluster is EKS.
 * Nothing else of it is looked at, and it goes nowhere.
 */
final class EksToken {

  private static final String TOKEN_FILE = "/var/run/secrets/kubernetes.io/serviceaccount/token";
  private static final Pattern ISSUER =
      Pattern.compile("https://oidc\\.eks\\.([a-z0-9-]+)\\.amazonaws\\.com[./].*");
  private static final Pattern JWT = Pattern.compile("[\\w-]+\\.([\\w-]+)\\.[\\w-]*");

  private EksToken() {}

  /** The region of the EKS cluster, null if this is no pod of one. */
  static @Nullable String region(Surroundings surroundings) {
    String token = Containment.isKubernetes(surroundings) ? surroundings.text(TOKEN_FILE) : null;
    Matcher parts = JWT.matcher(token == null ? "" : token);
    Matcher issuer = ISSUER.matcher(parts.matches() ? issuer(parts.group(1)) : "");
    return issuer.matches() ? issuer.group(1) : null;
  }

  private static String issuer(String claims) {
    try {
      byte[] json = Base64.getUrlDecoder().decode(claims);
      String issuer = Document.parse(new String(json, StandardCharsets.UTF_8)).text("iss");
      return issuer == null ? "" : issuer;
    } catch (IOException | IllegalArgumentException notAToken) {
      return "";
    }
  }
}
