package io.heliograph.config;

/**
 * One line of a diagnostics page.
 *
 * @param key the canonical key
 * @param value as written, secrets masked; empty when there is no value
 * @param origin where it was written, or {@code default}
 */
public record EffectiveSetting(String key, String value, String origin) {}
