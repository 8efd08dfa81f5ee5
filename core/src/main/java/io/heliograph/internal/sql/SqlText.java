package io.heliograph.internal.sql;

import org.jspecify.annotations.Nullable;

/**
 * What a statement may show of itself.
 *
 * @param summary {@code null} if it holds no operation that is known
 * @param sanitized without its literals
 * @param parameterized whether it has a place for a parameter
 */
public record SqlText(@Nullable String summary, String sanitized, boolean parameterized) {}
