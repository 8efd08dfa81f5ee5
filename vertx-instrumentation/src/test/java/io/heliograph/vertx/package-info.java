@org.jspecify.annotations.NullMarked
package io.heliograph.vertx;
