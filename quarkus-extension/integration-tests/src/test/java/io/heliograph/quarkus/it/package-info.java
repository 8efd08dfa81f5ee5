@org.jspecify.annotations.NullMarked
package io.heliograph.quarkus.it;
