/**
 * What users extend on a span's way out: samplers, processors, id generators, limits, detectors.
 */
@NullMarked
package io.heliograph.pipeline;

import org.jspecify.annotations.NullMarked;
