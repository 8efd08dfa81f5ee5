/** A strict OTLP receiver for tests, and what it received. */
@NullMarked
package io.heliograph.contract.receiver;

import org.jspecify.annotations.NullMarked;
