package io.cutovergate.harness.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lets checks ask for a type as a parameter; put on the type. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Provided {

    /** Makes it; needs a constructor without parameters. */
    Class<? extends Provider<?>> by();
}
