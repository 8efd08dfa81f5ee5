/** Decides at build time what of an application is instrumented; whether, at run time. */
@NullMarked
package io.heliograph.quarkus.deployment;

import org.jspecify.annotations.NullMarked;
