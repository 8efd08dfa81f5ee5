package io.heliograph.contract;

import org.jspecify.annotations.Nullable;

/**
 * The database of a contract application, as its spans shall describe it.
 *
 * @param systemName {@code db.system.name}
 * @param namespace {@code db.namespace}
 * @param serverAddress null for a database in the application's own process
 * @param serverPort null likewise
 */
public record ContractDatabase(
    String systemName,
    String namespace,
    @Nullable String serverAddress,
    @Nullable Integer serverPort) {}
