/** The engine's metrics about itself, read from the ledgers that it keeps anyway. */
@NullMarked
package io.heliograph.internal.selftelemetry;

import org.jspecify.annotations.NullMarked;
