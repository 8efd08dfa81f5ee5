/** Connections to receivers: addresses, time limits, proxies and TLS, whatever protocol follows. */
@NullMarked
package io.heliograph.internal.net;

import org.jspecify.annotations.NullMarked;
