/** What contract applications have in common, whatever framework serves them. */
@NullMarked
package io.heliograph.contract.app;

import org.jspecify.annotations.NullMarked;
