package io.heliograph.instrumentation;

import org.jspecify.annotations.Nullable;

/**
 * Finds system, server and database in a JDBC URL; linear, never throws. Where several servers are
 * listed, the first stands for all.
 *
 * <p>Only what is recognised is taken: a part that could hold a password is left out.
 */
final class JdbcUrl {

  private static final DbTarget UNKNOWN = new DbTarget("other_sql", null, null, -1);

  private static final String PREFIX = "jdbc:";

  /** Drivers that wrap another put their own name in front of its URL. */
  private static final String[] WRAPPERS = {"p6spy:", "aws-wrapper:", "log4jdbc:", "jtds:"};

  private final JdbcDriver driver;
  private final String rest;

  /**
   * @param rest from the driver's name on
   */
  private JdbcUrl(JdbcDriver driver, String rest) {
    this.driver = driver;
    this.rest = rest;
  }

  static DbTarget parse(@Nullable String url) {
    if (url == null || !url.startsWith(PREFIX)) {
      return UNKNOWN;
    }
    String rest = withoutWrapper(url.substring(PREFIX.length()));
    JdbcDriver driver = JdbcDriver.of(rest.substring(0, end(rest, 0, ":")));
    return driver == null ? UNKNOWN : new JdbcUrl(driver, rest).target();
  }

  private static String withoutWrapper(String rest) {
    for (String wrapper : WRAPPERS) {
      if (rest.startsWith(wrapper)) {
        return rest.substring(wrapper.length());
      }
    }
    return rest;
  }

  private DbTarget target() {
    if (driver == JdbcDriver.ORACLE) {
      return OracleUrl.parse(rest);
    }
    int afterName = rest.indexOf(':') + 1;
    int slashes = rest.indexOf("//", afterName);
    boolean network = slashes >= 0 && slashes < end(rest, afterName, "?;=");
    return network && !rest.startsWith("file:", afterName)
        ? server(slashes + 2)
        : driver.target(null, local(afterName));
  }

  /** {@code mem:name}, {@code file:path}, a path, or a name alone. */
  private @Nullable String local(int from) {
    String name = rest.substring(from, end(rest, from, "?;"));
    if (name.indexOf('@') >= 0) {
      return null;
    }
    boolean mode = name.startsWith("mem:") || name.startsWith("file:");
    return orNull(mode ? name.substring(name.indexOf(':') + 1) : name);
  }

  /** {@code [user@]host[:port][,host...][/database][?properties]}. */
  private DbTarget server(int from) {
    int to = end(rest, from, "/?;");
    if (hidesCredentials(to)) {
      return driver.target(null, null);
    }
    int at = rest.lastIndexOf('@', to - 1);
    String hosts = rest.substring(at < from ? from : at + 1, to);
    String first = hosts.substring(0, end(hosts, 0, ","));
    int backslash = first.indexOf('\\');
    String host = backslash < 0 ? first : without(first, backslash, end(first, backslash, ":"));
    return driver.target(server(host), namespace(to, instance(first)));
  }

  /**
   * Whether an at sign follows that belongs to no property: then a password with a slash or
   * question mark in it was read as a host.
   */
  private boolean hidesCredentials(int to) {
    return end(rest, to, "@") < end(rest, to, "=");
  }

  private @Nullable String namespace(int pathStart, @Nullable String instance) {
    String database =
        switch (driver) {
          case SQL_SERVER, SAP_HANA ->
              first(property("databaseName"), property("database"), path(pathStart));
          case TERADATA -> property("DATABASE");
          default -> path(pathStart);
        };
    return switch (driver) {
      case SQL_SERVER -> joined(first(instance, property("instanceName")), database);
      case POSTGRESQL -> joined(database, property("currentSchema"));
      default -> database;
    };
  }

  /** The database in the path; behind a colon, DB2 and Informix have their properties. */
  private @Nullable String path(int pathStart) {
    if (!rest.startsWith("/", pathStart)) {
      return null;
    }
    int from = pathStart + 1;
    from += rest.startsWith("mem:", from) ? "mem:".length() : 0;
    return orNull(rest.substring(from, end(rest, from, "?;:")));
  }

  private static @Nullable String instance(String host) {
    int backslash = host.indexOf('\\');
    return backslash < 0 ? null : host.substring(backslash + 1, end(host, backslash, ":"));
  }

  private static @Nullable HostPort server(String text) {
    HostPort server = HostPort.parse(text);
    boolean portUnread =
        server != null && server.port() < 0 && text.indexOf(':') >= 0 && text.charAt(0) != '[';
    return server == null || portUnread || !isHost(server.host()) ? null : server;
  }

  static boolean isHost(String host) {
    return host.chars()
        .allMatch(
            c -> Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c == ':');
  }

  /** The value of a property that is written as {@code ?name=value}, {@code &} or {@code ;}. */
  private @Nullable String property(String name) {
    for (int start = end(rest, 0, "?;"); start < rest.length(); ) {
      int end = end(rest, start + 1, "?;&");
      int equals = Urls.indexOf('=', rest, start + 1, end);
      boolean found =
          equals < end
              && equals - start - 1 == name.length()
              && rest.regionMatches(true, start + 1, name, 0, name.length());
      if (found) {
        return orNull(rest.substring(equals + 1, end));
      }
      start = end;
    }
    return null;
  }

  private static @Nullable String first(@Nullable String... values) {
    for (String value : values) {
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static @Nullable String joined(@Nullable String general, @Nullable String specific) {
    return general == null || specific == null
        ? first(general, specific)
        : general + "|" + specific;
  }

  private static String without(String text, int from, int to) {
    return text.substring(0, from) + text.substring(to);
  }

  static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** The first place of one of some characters, the text's end if there is none. */
  static int end(String text, int from, String characters) {
    int i = from;
    while (i < text.length() && characters.indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }
}
