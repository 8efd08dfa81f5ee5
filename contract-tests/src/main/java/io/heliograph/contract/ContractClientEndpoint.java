package io.heliograph.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The endpoint that makes an HTTP call: {@code GET /contract/client/{kind}?method=…&url=…}.
 *
 * <p>The kind names the client, such as {@code rest-client}; the same client object serves all
 * calls. The baggage {@code contract.key=contract value} is current during the call. The answer is
 * always 200; its body is the status code of the call, whatever that is, or {@code failed} when
 * there was none.
 */
public final class ContractClientEndpoint {

  /** The expected route, with the variable {@code kind}. */
  public static final String ROUTE = "/contract/client/{kind}";

  /** The key of the baggage that is current during the call. */
  public static final String BAGGAGE_KEY = "contract.key";

  /** The value of the baggage that is current during the call. */
  public static final String BAGGAGE_VALUE = "contract value";

  private ContractClientEndpoint() {}

  static String path(String kind, String method, String url) {
    return ROUTE.replace("{kind}", kind)
        + "?method="
        + method
        + "&url="
        + URLEncoder.encode(url, StandardCharsets.UTF_8);
  }
}
