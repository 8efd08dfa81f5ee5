package io.heliograph.config;

import java.util.List;

/** Settings of what is recorded without a line of code in the application. */
public final class InstrumentationSettings {
  private static final SettingType<List<String>> NAMES = CollectionTypes.listOf(Types.string());

  public static final Setting<Boolean> HTTP_SERVER_ENABLED =
      enabled("http.server", "Whether incoming HTTP requests are recorded.");

  public static final Setting<Owner> HTTP_SERVER_OWNER =
      owner("http.server", "incoming HTTP requests");

  public static final Setting<List<String>> HTTP_SERVER_EXCLUDED_PATHS =
      Setting.own("http.server.excluded-paths", NAMES)
          .defaultsTo("")
          .means(
              "Globs of paths that are not recorded (`*` within a segment, `**` across); a"
                  + " framework proposes its health and management paths.");

  public static final Setting<List<String>> HTTP_SERVER_REQUEST_HEADERS =
      Setting.own("http.server.captured-request-headers", NAMES)
          .defaultsTo("")
          .means("Headers of incoming requests that become attributes.");

  public static final Setting<List<String>> HTTP_SERVER_RESPONSE_HEADERS =
      Setting.own("http.server.captured-response-headers", NAMES)
          .defaultsTo("")
          .means("Headers of responses to incoming requests that become attributes.");

  public static final Setting<Boolean> HTTP_SERVER_TRUST_FORWARDED =
      Setting.own("http.server.trust-forwarded", Types.bool())
          .defaultsTo("false")
          .means(
              "Whether `Forwarded` and `X-Forwarded-*` tell the client's address, the scheme and the"
                  + " host; only behind a proxy that sets them.");

  public static final Setting<List<String>> HTTP_KNOWN_METHODS =
      Setting.own("http.known-methods", NAMES)
          .defaultsTo("CONNECT,DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT,TRACE,QUERY")
          .means("HTTP methods that keep their name, case-sensitive; all others are `_OTHER`.");

  public static final Setting<Boolean> HTTP_CLIENT_ENABLED =
      enabled("http.client", "Whether outgoing HTTP requests are recorded.");

  public static final Setting<Owner> HTTP_CLIENT_OWNER =
      owner("http.client", "outgoing HTTP requests");

  public static final Setting<List<String>> HTTP_CLIENT_REQUEST_HEADERS =
      Setting.own("http.client.captured-request-headers", NAMES)
          .defaultsTo("")
          .means("Headers of outgoing requests that become attributes.");

  public static final Setting<List<String>> HTTP_CLIENT_RESPONSE_HEADERS =
      Setting.own("http.client.captured-response-headers", NAMES)
          .defaultsTo("")
          .means("Headers of responses to outgoing requests that become attributes.");

  public static final Setting<List<String>> HTTP_REDACT_QUERY_KEYS =
      Setting.own("http.redact-query-keys", NAMES)
          .defaultsTo(
              "AWSAccessKeyId,Signature,sig,X-Goog-Signature,X-Amz-Credential,X-Amz-Signature,"
                  + "X-Amz-Security-Token")
          .means("Query parameters of URLs whose value is replaced by `REDACTED`.");

  public static final Setting<Boolean> JDBC_ENABLED =
      enabled("jdbc", "Whether database calls through a DataSource are recorded.");

  public static final Setting<Owner> JDBC_OWNER =
      owner("jdbc", "database calls and connection pools");

  public static final Setting<Boolean> JDBC_QUERY_TEXT =
      Setting.own("jdbc.query-text", Types.bool())
          .defaultsTo("true")
          .means(
              "Whether SQL text is recorded; literals of statements that are not prepared are always"
                  + " replaced by `?`.");

  public static final Setting<Boolean> JDBC_SANITIZE_PREPARED =
      Setting.own("jdbc.sanitize-prepared", Types.bool())
          .defaultsTo("false")
          .means(
              "Whether literals in the text of prepared statements are replaced by `?` as well.");

  public static final Setting<Boolean> CONNECTION_POOL_ENABLED =
      enabled("connection-pool", "Whether pools of database connections are measured.");

  public static final Setting<Boolean> TRACED_ENABLED =
      enabled("traced", "Whether methods with an annotation become spans.");

  public static final Setting<Boolean> SCHEDULED_ENABLED =
      enabled("scheduled", "Whether runs of scheduled methods are recorded.");

  public static final Setting<Owner> SCHEDULED_OWNER =
      owner("scheduled", "runs of scheduled methods");

  public static final Setting<Boolean> ASYNC_ENABLED =
      enabled("async", "Whether context follows work onto the framework's executors.");

  public static final Setting<Owner> JVM_OWNER =
      owner("jvm", "the JVM, its process and its machine");

  public static final Setting<Boolean> MICROMETER_METERS_ENABLED =
      enabled("micrometer.meters", "Whether Micrometer's meters are exported.");

  public static final Setting<Boolean> MICROMETER_OBSERVATIONS_ENABLED =
      enabled("micrometer.observations", "Whether Micrometer's observations become spans.");

  static final List<Setting<?>> ALL =
      List.of(
          HTTP_SERVER_ENABLED,
          HTTP_SERVER_OWNER,
          HTTP_SERVER_EXCLUDED_PATHS,
          HTTP_SERVER_REQUEST_HEADERS,
          HTTP_SERVER_RESPONSE_HEADERS,
          HTTP_SERVER_TRUST_FORWARDED,
          HTTP_KNOWN_METHODS,
          HTTP_CLIENT_ENABLED,
          HTTP_CLIENT_OWNER,
          HTTP_CLIENT_REQUEST_HEADERS,
          HTTP_CLIENT_RESPONSE_HEADERS,
          HTTP_REDACT_QUERY_KEYS,
          JDBC_ENABLED,
          JDBC_OWNER,
          JDBC_QUERY_TEXT,
          JDBC_SANITIZE_PREPARED,
          CONNECTION_POOL_ENABLED,
          TRACED_ENABLED,
          SCHEDULED_ENABLED,
          SCHEDULED_OWNER,
          ASYNC_ENABLED,
          JVM_OWNER,
          MICROMETER_METERS_ENABLED,
          MICROMETER_OBSERVATIONS_ENABLED);

  private InstrumentationSettings() {}

  private static Setting<Boolean> enabled(String what, String sentence) {
    return Setting.own(what + ".enabled", Types.bool()).defaultsTo("true").means(sentence);
  }

  private static Setting<Owner> owner(String what, String sentence) {
    return Setting.own(what + ".owner", Types.enumOf(Owner.class))
        .defaultsTo("heliograph")
        .means("Who records " + sentence + " where Micrometer could as well.");
  }
}
