package io.cutovergate.harness.subject;

import io.cutovergate.harness.junit.SubjectArguments;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Makes an annotation one that runs a class of checks once for each subject of a kind.
 *
 * <pre>{@code
 * @Each(TlsHost.Source.class)
 * @Target(ElementType.TYPE)
 * @Retention(RetentionPolicy.RUNTIME)
 * public @interface EachTlsHost {}
 * }</pre>
 */
@Documented
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@ArgumentsSource(SubjectArguments.class)
public @interface Each {
    Class<? extends SubjectSource<?>> value();
}
