package io.heliograph.internal.otlp;

/**
 * One field of an OTLP message.
 *
 * @param number in protobuf
 * @param name in JSON, lowerCamelCase
 */
record Field(int number, String name) {}
