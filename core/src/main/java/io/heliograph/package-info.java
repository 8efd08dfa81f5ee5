/** The entry point of Heliograph and the annotations that applications use. */
@NullMarked
package io.heliograph;

import org.jspecify.annotations.NullMarked;
