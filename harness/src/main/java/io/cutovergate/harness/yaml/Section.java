package io.cutovergate.harness.yaml;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents a record that a mapping of a file is bound to; the introduction of its section in the reference. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Section {

    /** One to three sentences: what the section is for. */
    String value();
}
