package io.heliograph.instrumentation;

import org.jspecify.annotations.Nullable;

/**
 * The database that a call goes to.
 *
 * @param system {@code db.system.name}, from the semantic conventions' registry
 * @param namespace the database's name, {@code null} if unknown
 * @param serverAddress {@code null} if unknown, or in this process
 * @param serverPort -1 if unknown, or the system's default
 */
public record DbTarget(
    String system, @Nullable String namespace, @Nullable String serverAddress, int serverPort) {}
