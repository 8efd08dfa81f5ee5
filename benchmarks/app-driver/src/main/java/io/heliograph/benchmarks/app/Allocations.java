package io.heliograph.benchmarks.app;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Bytes that all threads of another JVM have allocated, exactly; needs JDK 21 there. */
final class Allocations implements AutoCloseable {

  private final JMXConnector connector;
  private final MBeanServerConnection server;
  private final ObjectName threading;

  private Allocations(JMXConnector connector) throws IOException, JMException {
    this.connector = connector;
    this.server = connector.getMBeanServerConnection();
    this.threading = new ObjectName("java.lang:type=Threading");
  }

  /** Throws IllegalStateException if the process does not let us. */
  @SuppressWarnings("BanJNDI") // The address is a local process's own, which we have started.
  static Allocations attach(long pid) {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      try {
        JMXServiceURL url = new JMXServiceURL(machine.startLocalManagementAgent());
        return new Allocations(JMXConnectorFactory.connect(url));
      } finally {
        machine.detach();
      }
    } catch (IOException | AttachNotSupportedException | JMException e) {
      throw new IllegalStateException("cannot attach to process " + pid, e);
    }
  }

  long bytes() {
    try {
      return (Long) server.getAttribute(threading, "TotalThreadAllocatedBytes");
    } catch (IOException | JMException e) {
      throw new IllegalStateException("cannot read the allocated bytes", e);
    }
  }

  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException e) {
      // The process has ended before us.
    }
  }
}
