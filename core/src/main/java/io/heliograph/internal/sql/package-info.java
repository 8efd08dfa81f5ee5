/** Reads SQL just far enough to take its literals out and to say in a few words what it does. */
@NullMarked
package io.heliograph.internal.sql;

import org.jspecify.annotations.NullMarked;
