package io.heliograph.spring;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.util.function.SingletonSupplier;

/**
 * Puts the recording between a Hikari pool and the driver, so that the bean stays the pool itself.
 *
 * <p>A proxy of the pool's class would do as well, but costs a tenth of a second of CPU at
 * start-up, and most applications have this pool.
 */
final class HikariRecording {

  private HikariRecording() {}

  /**
   * False if the source is no such pool, or one that is open already, or finds its driver alone.
   */
  static boolean into(DataSource source, UnaryOperator<DataSource> recording) {
    if (!(source instanceof HikariDataSource pool)
        || pool.isRunning()
        || pool.getDataSourceClassName() != null
        || pool.getDataSourceJNDI() != null) {
      return false;
    }
    DataSource own = pool.getDataSource();
    pool.setDataSource(new OpenedLater(() -> recording.apply(own == null ? driver(pool) : own)));
    return true;
  }

  /** As the pool itself would make it. */
  private static DataSource driver(HikariDataSource pool) {
    return new DriverDataSource(
        pool.getJdbcUrl(),
        pool.getDriverClassName(),
        pool.getDataSourceProperties(),
        pool.getUsername(),
        pool.getPassword());
  }

  /** Asked by the pool when it opens; everything is configured by then. */
  private static final class OpenedLater extends DelegatingDataSource {

    private final Supplier<DataSource> source;

    OpenedLater(Supplier<DataSource> source) {
      this.source = SingletonSupplier.of(source);
    }

    @Override
    protected DataSource obtainTargetDataSource() {
      return source.get();
    }

    /** There is none before the pool opens. */
    @Override
    public void afterPropertiesSet() {}
  }
}
