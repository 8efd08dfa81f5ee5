/** The applications that the contracts run against. */
package io.heliograph.spring.app;
