/**
 * Every context propagator of the engine; {@link io.heliograph.internal.propagation.Propagators}
 * hands them out by name.
 *
 * <p>What a carrier holds was written by a stranger: each reader bounds its work before it
 * allocates, and whatever it cannot read in full it leaves out in full.
 */
@NullMarked
package io.heliograph.internal.propagation;

import org.jspecify.annotations.NullMarked;
