/** Records the SQL of any JDBC driver, by wrapping its data source. */
@NullMarked
package io.heliograph.instrumentation.jdbc;

import org.jspecify.annotations.NullMarked;
