package io.heliograph.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class DbTargetTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "jdbc:postgresql://db.example:5432/shop?user=a&password=s3cret, postgresql, shop, db.example, -1",
        "jdbc:postgresql://db.example:6432/shop?currentSchema=eu, postgresql, shop|eu, db.example, 6432",
        "jdbc:postgresql:shop, postgresql, shop, -, -1",
        "jdbc:postgresql:///shop, postgresql, shop, -, -1",
        "jdbc:postgresql://[::1]:6432/shop, postgresql, shop, ::1, 6432",
        "'jdbc:postgresql://a:1,b:2/shop', postgresql, shop, a, 1",
        "jdbc:mysql://root:s3cret@db.example/shop, mysql, shop, db.example, -1",
        "jdbc:mysql:loadbalance://a:3307/shop?x=y@z, mysql, shop, a, 3307",
        "jdbc:mariadb://db/shop, mariadb, shop, db, -1",
        "jdbc:h2:mem:test;DB_CLOSE_DELAY=-1, h2database, test, -, -1",
        "jdbc:h2:file:/data/shop;USER=sa, h2database, /data/shop, -, -1",
        "jdbc:h2:~/shop, h2database, ~/shop, -, -1",
        "jdbc:h2:tcp://db:9093/mem:shop, h2database, shop, db, 9093",
        "jdbc:hsqldb:mem:shop, hsqldb, shop, -, -1",
        "jdbc:derby://db:1527/shop;user=a;password=s3cret, derby, shop, db, -1",
        "jdbc:sqlite:/data/shop.db, sqlite, /data/shop.db, -, -1",
        "jdbc:sqlserver://db;databaseName=shop;password=s3cret, microsoft.sql_server, shop, db, -1",
        "jdbc:sqlserver://db\\eu:1434;database=shop, microsoft.sql_server, eu|shop, db, 1434",
        "jdbc:jtds:sqlserver://db:1433/shop;password=s3cret, microsoft.sql_server, shop, db, -1",
        "jdbc:oracle:thin:@db:1521:XE, oracle.db, XE, db, -1",
        "jdbc:oracle:thin:scott/s3cret@//db:1522/shop.example, oracle.db, shop.example, db, 1522",
        "jdbc:oracle:thin:@tcps://db/shop?x=y, oracle.db, shop, db, -1",
        "jdbc:oracle:thin:@[::1]:1522/shop, oracle.db, shop, ::1, 1522",
        "jdbc:oracle:thin:@shop_alias, oracle.db, shop_alias, -, -1",
        "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=db)(PORT=1522))(CONNECT_DATA=(SERVICE_NAME=shop))), "
            + "oracle.db, shop, db, 1522",
        "jdbc:db2://db:50001/shop:user=a;password=s3cret;, ibm.db2, shop, db, 50001",
        "jdbc:sap://db:30015/?databaseName=shop, sap.hana, shop, db, -1",
        "jdbc:clickhouse://db/shop, clickhouse, shop, db, -1",
        "jdbc:trino://db:8443/hive/web, trino, hive/web, db, 8443",
        "jdbc:p6spy:postgresql://db/shop, postgresql, shop, db, -1",
        "jdbc:aws-wrapper:mysql://db/shop, mysql, shop, db, -1",
        "jdbc:novel://db/shop, other_sql, -, -, -1",
      })
  void readsJdbcUrls(String url, String system, String namespace, String address, int port) {
    assertThat(DbTarget.ofJdbcUrl(url)).isEqualTo(new DbTarget(system, namespace, address, port));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"jdbc", "jdbc:", "jdbc::", "http://a/b", "s3cret"})
  void knowsNothingOfOtherTexts(String url) {
    assertThat(DbTarget.ofJdbcUrl(url)).isEqualTo(new DbTarget("other_sql", null, null, -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://root:s3cret@db/shop",
        "jdbc:mysql://root:s3/cret@db/shop",
        "jdbc:mysql://root:s3?cret@db/shop",
        "jdbc:mysql://root:s3;cret@db/shop",
        "jdbc:mysql://address=(host=db)(password=s3cret)/shop",
        "jdbc:mysql:root:s3cret@db",
        "jdbc:postgresql://db/shop?password=s3cret",
        "jdbc:postgresql:shop?password=s3cret",
        "jdbc:oracle:thin:scott/s3cret@db:1521:XE",
        "jdbc:oracle:thin:scott/s3cret",
        "jdbc:db2://db:50000/shop:password=s3cret;",
        "jdbc:sqlserver://db;password=s3cret",
        "jdbc:sqlserver://;serverName=db;password=s3cret",
        "jdbc:h2:mem:shop;PASSWORD=s3cret",
        "jdbc:unknown:s3cret",
      })
  void neverShowsAPassword(String url) {
    assertThat(DbTarget.ofJdbcUrl(url).toString()).doesNotContain("s3", "cret");
  }

  @Test
  void neverThrows() {
    Random random = new Random(3);
    String[] drivers = {"postgresql", "mysql", "h2", "oracle:thin", "sqlserver", "db2", "sqlite"};
    String alphabet = "ab:/?;&=@,[]()\\# é";
    for (int i = 0; i < 100_000; i++) {
      StringBuilder url =
          new StringBuilder("jdbc:").append(drivers[i % drivers.length]).append(':');
      for (int length = random.nextInt(20); length > 0; length--) {
        url.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(DbTarget.ofJdbcUrl(url.toString()).system()).isNotEmpty();
    }
  }

  @Test
  void readsHugeUrls() {
    for (String piece : new String[] {"&", ";", "?", "=", ":", "/", "@", "(HOST="}) {
      for (String driver : new String[] {"postgresql://", "sqlserver://", "oracle:thin:@("}) {
        String url = "jdbc:" + driver + piece.repeat((1 << 20) / piece.length());
        assertThat(DbTarget.ofJdbcUrl(url)).isNotNull();
      }
    }
  }
}
