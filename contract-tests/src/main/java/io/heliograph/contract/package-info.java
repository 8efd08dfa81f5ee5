/**
 * What every framework module must do alike: the endpoints of a contract application and abstract
 * JUnit classes that test it through its front door.
 */
@NullMarked
package io.heliograph.contract;

import org.jspecify.annotations.NullMarked;
