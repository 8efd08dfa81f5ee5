/**
 * What an exporter sees and answers: ended spans, their resource and scope, senders and results.
 */
@NullMarked
package io.heliograph.export;

import org.jspecify.annotations.NullMarked;
