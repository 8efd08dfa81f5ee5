/** Queue, batcher and ledger, generic over the signal. */
@NullMarked
package io.heliograph.internal.pipeline;

import org.jspecify.annotations.NullMarked;
