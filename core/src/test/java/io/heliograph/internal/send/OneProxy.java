package io.heliograph.internal.send;

import io.heliograph.internal.context.Suppression;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/**
 * What the JVM is told until this is closed: one proxy for every host of {@code .test}, unless
 * asked while something is recorded.
 */
final class OneProxy extends ProxySelector implements AutoCloseable {

  private final ProxySelector before = ProxySelector.getDefault();
  private final int port;

  private OneProxy(int port) {
    this.port = port;
  }

  static OneProxy at(URI proxy) {
    OneProxy selector = new OneProxy(proxy.getPort());
    ProxySelector.setDefault(selector);
    return selector;
  }

  @Override
  public List<Proxy> select(URI uri) {
    return uri.getHost().endsWith(".test") && Suppression.isSuppressed(Context.current())
        ? List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", port)))
        : List.of(Proxy.NO_PROXY);
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {}

  @Override
  public void close() {
    ProxySelector.setDefault(before);
  }
}
