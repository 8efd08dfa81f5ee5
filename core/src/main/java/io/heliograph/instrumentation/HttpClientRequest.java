package io.heliograph.instrumentation;

import org.jspecify.annotations.Nullable;

/**
 * What a call says before it is sent, as far as its span and its metric share it: read once for
 * both.
 *
 * @param method a known one or {@code _OTHER}
 * @param address of the server
 * @param port of the server, the scheme's own if the URL has none; -1 if neither is known
 */
record HttpClientRequest(String method, @Nullable String address, int port) {}
