package io.cutovergate.harness.subject;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Runs a class of checks once for each request that both sides must answer alike, as long as both serve the same data. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Each(ComparedRequest.Source.class)
public @interface EachComparedRequest {}
