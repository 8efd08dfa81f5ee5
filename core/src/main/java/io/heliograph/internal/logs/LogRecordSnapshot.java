package io.heliograph.internal.logs;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.ReadableLogRecord;
import io.heliograph.export.Resource;
import io.heliograph.internal.pipeline.Sized;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/** A log record that never changes again, and how much heap it holds. */
record LogRecordSnapshot(
    long timestampEpochNanos,
    long observedTimestampEpochNanos,
    SpanContext spanContext,
    Severity severity,
    @Nullable String severityText,
    @Nullable Value<?> body,
    @Nullable String eventName,
    Attributes attributes,
    int droppedAttributes,
    InstrumentationScope instrumentationScope,
    Resource resource,
    int estimatedBytes)
    implements ReadableLogRecord, Sized {}
