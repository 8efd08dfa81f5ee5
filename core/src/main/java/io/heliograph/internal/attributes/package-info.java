/** Attributes in flat arrays, with limits. */
@NullMarked
package io.heliograph.internal.attributes;

import org.jspecify.annotations.NullMarked;
