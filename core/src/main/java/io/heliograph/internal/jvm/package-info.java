/** Metrics of the Java virtual machine, read from JMX and the flight recorder. */
@NullMarked
package io.heliograph.internal.jvm;

import org.jspecify.annotations.NullMarked;
