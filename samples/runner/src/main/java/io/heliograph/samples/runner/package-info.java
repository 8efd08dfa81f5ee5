/** Starts the shop in one of the frameworks, and checks the spans that it leaves. */
@NullMarked
package io.heliograph.samples.runner;

import org.jspecify.annotations.NullMarked;
