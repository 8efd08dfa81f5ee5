/** A client of HTTP/1.1, RFC 9112, for requests with a body that is in memory. */
@NullMarked
package io.heliograph.internal.http1;

import org.jspecify.annotations.NullMarked;
