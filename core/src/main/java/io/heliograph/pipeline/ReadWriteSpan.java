package io.heliograph.pipeline;

import io.heliograph.export.ReadableSpan;
import io.opentelemetry.api.trace.Span;

/** A span that a processor can read and, until it has ended, change. */
public interface ReadWriteSpan extends Span, ReadableSpan {}
