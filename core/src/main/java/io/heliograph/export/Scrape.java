package io.heliograph.export;

/**
 * The answer to one scrape of metrics.
 *
 * @param contentType the value of the response's header
 * @param body text in UTF-8, not compressed; belongs to the caller
 */
@SuppressWarnings("ArrayRecordComponent") // Written to a response and never compared.
public record Scrape(String contentType, byte[] body) {}
