package io.heliograph.instrumentation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Oracle's forms of a JDBC URL: {@code thin:@host:port:sid}, {@code
 * thin:@[tcp:]//host:port/service} and connect descriptors. A user and password may stand before
 * the at sign.
 */
final class OracleUrl {

  private OracleUrl() {}

  static DbTarget parse(String rest) {
    int at = rest.lastIndexOf('@');
    if (at < 0) {
      return JdbcDriver.ORACLE.target(null, null);
    }
    String connect = rest.substring(at + 1);
    return connect.startsWith("(") ? descriptor(connect) : easyConnect(connect);
  }

  private static DbTarget descriptor(String connect) {
    String compact = connect.replace(" ", "");
    String service = value(compact, "(SERVICE_NAME=");
    String host = value(compact, "(HOST=");
    String port = value(compact, "(PORT=");
    HostPort server = host == null ? null : HostPort.parse(host + ":" + port);
    return JdbcDriver.ORACLE.target(server, service == null ? value(compact, "(SID=") : service);
  }

  private static @Nullable String value(String connect, String opening) {
    int start = connect.toUpperCase(Locale.ROOT).indexOf(opening);
    int from = start + opening.length();
    return start < 0
        ? null
        : JdbcUrl.orNull(connect.substring(from, JdbcUrl.end(connect, from, ")")));
  }

  private static DbTarget easyConnect(String connect) {
    String text = connect.substring(0, JdbcUrl.end(connect, 0, "?"));
    text = text.substring(text.contains("//") ? text.indexOf("//") + 2 : 0);
    int bracket = text.startsWith("[") ? JdbcUrl.end(text, 0, "]") : 0;
    int hostEnd = JdbcUrl.end(text, bracket, ":/");
    if (hostEnd == text.length()) {
      return JdbcDriver.ORACLE.target(null, JdbcUrl.orNull(text)); // a name that tnsnames.ora knows
    }
    int portEnd = text.charAt(hostEnd) == '/' ? hostEnd : JdbcUrl.end(text, hostEnd + 1, ":/");
    HostPort server = HostPort.parse(text.substring(0, portEnd));
    String service = text.substring(Math.min(portEnd + 1, text.length()));
    return JdbcDriver.ORACLE.target(
        server == null || !JdbcUrl.isHost(server.host()) ? null : server,
        JdbcUrl.orNull(service.substring(0, JdbcUrl.end(service, 0, ":/"))));
  }
}
