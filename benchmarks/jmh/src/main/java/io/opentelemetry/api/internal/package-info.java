/** Holds together official artifacts of two releases. */
@NullMarked
package io.opentelemetry.api.internal;

import org.jspecify.annotations.NullMarked;
