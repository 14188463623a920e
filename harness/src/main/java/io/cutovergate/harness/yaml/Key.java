package io.cutovergate.harness.yaml;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents a key of a file, and gives its default.
 *
 * <p>The key is the component's name in kebab-case. It is required unless it has a {@link #byDefault()}, is
 * {@link org.jspecify.annotations.Nullable} (absent is {@code null}), or is a {@code List} or {@code Map} (absent is
 * empty).
 *
 * <pre>{@code
 * record Tls(
 *         @Key(value = "Days that a certificate must stay valid.", byDefault = "21") int minDaysLeft,
 *         @Key(value = "CA certificates to trust besides the system's.", example = "ca.pem") List<Path> ca) {}
 * }</pre>
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Key {

    /** One sentence: what the key means. */
    String value();

    /** YAML text, bound as if it had been written; a record of all its defaults is {@code "{}"}. None when empty. */
    String byDefault() default "";

    /** A value as one would write it, shown in errors and in the reference. */
    String example() default "";

    /** The key's name where it cannot be the component's, for example {@code default}. */
    String name() default "";
}
