package io.cutovergate.harness.subject;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Runs a class of checks once for each kind of client certificate that must be refused. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Each(RefusedCertificate.Source.class)
public @interface EachRefusedCertificate {}
