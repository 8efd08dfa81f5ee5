/** Header compression of HTTP/2, RFC 7541: all of its decoder, the least of its encoder. */
@NullMarked
package io.heliograph.internal.hpack;

import org.jspecify.annotations.NullMarked;
