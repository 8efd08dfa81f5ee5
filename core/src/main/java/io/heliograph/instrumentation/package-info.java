/**
 * What a server request, a client call, a query and a traced method are: span names, attributes and
 * errors, decided once for all frameworks.
 *
 * <p>A framework module writes an adapter that only reads its own types, and calls {@code start}
 * and {@code end}.
 */
@NullMarked
package io.heliograph.instrumentation;

import org.jspecify.annotations.NullMarked;
