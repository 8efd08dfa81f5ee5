/** Lines of JBoss LogManager as log records, and ids of traces in its lines. */
@NullMarked
package io.heliograph.jboss;

import org.jspecify.annotations.NullMarked;
