/** The client's half of an HTTP/2 connection, RFC 9113, for calls of one request and one answer. */
@NullMarked
package io.heliograph.internal.http2;

import org.jspecify.annotations.NullMarked;
