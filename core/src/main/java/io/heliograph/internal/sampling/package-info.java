/** Samplers that need sockets or state, and the choice of one by configuration. */
@NullMarked
package io.heliograph.internal.sampling;

import org.jspecify.annotations.NullMarked;
