package io.heliograph.internal.send;

import javax.net.ssl.SSLContext;

/** What TLS trusts and shows. */
public interface TlsMaterial {

  SSLContext sslContext();
}
