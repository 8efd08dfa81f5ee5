package io.heliograph.export;

/**
 * One encoded request on its way to a destination.
 *
 * <p>The bytes belong to the sender until it has answered; after that they may be overwritten.
 *
 * @param bytes holds the message from 0 to {@code length}
 * @param length bytes, uncompressed
 * @param items how many spans, records or points the message holds
 */
@SuppressWarnings("ArrayRecordComponent") // A reused buffer: identity is what is meant.
public record Payload(byte[] bytes, int length, int items) {}
