package io.heliograph.internal.hpack;

import java.util.List;

/** The fields that every decoder knows; RFC 7541 appendix A. */
final class StaticTable {

  private static final List<HeaderField> FIELDS =
      fields(
          """
          :authority
          :method GET
          :method POST
          :path /
          :path /index.html
          :scheme http
          :scheme https
          :status 200
          :status 204
          :status 206
          :status 304
          :status 400
          :status 404
          :status 500
          accept-charset
          accept-encoding gzip, deflate
          accept-language
          accept-ranges
          accept
          access-control-allow-origin
          age
          allow
          authorization
          cache-control
          content-disposition
          content-encoding
          content-language
          content-length
          content-location
          content-range
          content-type
          cookie
          date
          etag
          expect
          expires
          from
          host
          if-match
          if-modified-since
          if-none-match
          if-range
          if-unmodified-since
          last-modified
          link
          location
          max-forwards
          proxy-authenticate
          proxy-authorization
          range
          referer
          refresh
          retry-after
          server
          set-cookie
          strict-transport-security
          transfer-encoding
          user-agent
          vary
          via
          www-authenticate
          """);

  static final int SIZE = FIELDS.size();

  private StaticTable() {}

  /**
   * @param index from 1
   */
  static HeaderField get(int index) {
    return FIELDS.get(index - 1);
  }

  private static List<HeaderField> fields(String lines) {
    return lines.lines().map(StaticTable::field).toList();
  }

  private static HeaderField field(String line) {
    int space = line.indexOf(' ');
    return space < 0
        ? new HeaderField(line, "")
        : new HeaderField(line.substring(0, space), line.substring(space + 1));
  }
}
