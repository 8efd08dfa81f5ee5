package io.heliograph.spring;

import io.heliograph.config.Part;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Conditional;

/** Matches where the engine records and at least one of the parts is switched on. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Conditional(OnPartCondition.class)
@ConditionalOnBean(name = HeliographAutoConfiguration.REPORT)
@interface ConditionalOnPart {

  Part[] value() default {};
}
