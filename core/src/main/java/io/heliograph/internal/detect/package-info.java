/** The built-in resource detectors: what a process can find out about where it runs. */
@NullMarked
package io.heliograph.internal.detect;

import org.jspecify.annotations.NullMarked;
