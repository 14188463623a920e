package io.cutovergate.harness.subject;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Runs a class of checks once for each load scenario in which the target is held against the source. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Each(ComparedScenario.Source.class)
public @interface EachComparedScenario {}
