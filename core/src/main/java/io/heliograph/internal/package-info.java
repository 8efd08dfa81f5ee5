/** The engine behind the public packages; no one outside core sees it. */
@NullMarked
package io.heliograph.internal;

import org.jspecify.annotations.NullMarked;
