/** Reads small JSON texts that come from outside. */
@NullMarked
package io.heliograph.internal.json;

import org.jspecify.annotations.NullMarked;
