package io.cutovergate.harness.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/**
 * A check, with the claim that it proves. It stands in a class annotated with an item, and asks its parameters for
 * what it needs:
 *
 * <pre>{@code
 * @SslCertificatesValid
 * @EachTlsHost
 * record CertificateChecks(TlsHost host, TlsProbe probe, Evidence evidence) {
 *
 *     @Check("the certificate stays valid for at least the configured number of days")
 *     void staysValid() {
 *         evidence.measure("days left", host, probe.at(host).daysLeft())
 *                 .atLeast(host.rules().minDaysLeft(), "public.tls.min-days-left");
 *     }
 * }
 * }</pre>
 *
 * <p>A broken rule fails the obligation; any other exception, an aborted check and one that measures nothing leave it
 * unproven.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
public @interface Check {

    /** The claim, as a sentence that is true when the check passes. */
    String value();

    /** Deadline where it is not the one of the files, for example {@code 5m}; what the subject allows is added. */
    String within() default "";

    /** Whether items that need this item make no sense when this claim is not proven. */
    boolean vital() default false;
}
