/** The contract's application on Micronaut. */
package io.heliograph.micronaut.app;
