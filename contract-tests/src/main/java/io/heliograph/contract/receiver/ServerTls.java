package io.heliograph.contract.receiver;

import javax.net.ssl.SSLContext;

/** How a server authenticates itself, and whether it asks its clients to do the same. */
record ServerTls(SSLContext context, boolean clientCertificateRequired) {}
