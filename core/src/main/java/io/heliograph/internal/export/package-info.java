/** Exporters: batches in, the truth about every item out. */
@NullMarked
package io.heliograph.internal.export;

import org.jspecify.annotations.NullMarked;
