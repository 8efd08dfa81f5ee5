/** Translates Quarkus' requests, calls, methods and queries into core's, at run time. */
@NullMarked
package io.heliograph.quarkus;

import org.jspecify.annotations.NullMarked;
