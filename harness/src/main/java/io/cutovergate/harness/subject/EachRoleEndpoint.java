package io.cutovergate.harness.subject;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Runs a class of checks once for the endpoint that wants a role. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Each(RoleEndpoint.Source.class)
public @interface EachRoleEndpoint {}
