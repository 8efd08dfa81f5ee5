/** OTLP's messages, written straight into reused buffers as protobuf or JSON, and their answers. */
@NullMarked
package io.heliograph.internal.otlp;

import org.jspecify.annotations.NullMarked;
