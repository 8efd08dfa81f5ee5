/** Heliograph in Spring Boot applications: configuration, and adapters of Spring's own types. */
@NullMarked
package io.heliograph.spring;

import org.jspecify.annotations.NullMarked;
