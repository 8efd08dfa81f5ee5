/** Senders over HTTP and gRPC, retry and TLS. */
@NullMarked
package io.heliograph.internal.send;

import org.jspecify.annotations.NullMarked;
