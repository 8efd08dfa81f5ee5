/** The work that the project is measured by, done by Heliograph and by its peers. */
@NullMarked
package io.heliograph.benchmarks;

import org.jspecify.annotations.NullMarked;
