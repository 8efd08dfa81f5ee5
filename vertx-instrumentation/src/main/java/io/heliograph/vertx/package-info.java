/** What Vert.x 4.5 does, as core's requests, calls, messages and queries; for any application. */
@NullMarked
package io.heliograph.vertx;

import org.jspecify.annotations.NullMarked;
