package io.cutovergate.harness.subject;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Runs a class of checks once for each service that speaks HTTP/2. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Each(ServiceAt.WithHttp2.class)
public @interface EachHttp2Service {}
