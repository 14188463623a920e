package io.cutovergate.harness.checklist;

import io.cutovergate.harness.Suite;
import io.cutovergate.harness.junit.GateExtension;
import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes an annotation a line of the checklist. Put the gates beside it, and the annotation on a class of checks:
 *
 * <pre>{@code
 * @Item(id = "search-index-complete", title = "The search index is complete", proof = "as many documents as products", suite = Suite.SMOKE)
 * @Gates.Staging
 * @Retention(RetentionPolicy.RUNTIME)
 * public @interface SearchIndexComplete {}
 * }</pre>
 */
@Documented
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(GateExtension.class)
public @interface Item {

    /** Stable: used in files, reports and {@code --item}. */
    String id();

    String title();

    /** What proves it, as a sentence for the report. */
    String proof();

    /** The module whose claims prove it. */
    Suite suite();

    /** A person states it; no check can. */
    boolean signOff() default false;

    /** Whether it may be waived or declared not applicable. */
    boolean waivable() default true;

    /** Items without which asking makes no sense: when a vital claim of theirs is not proven, this item is blocked. */
    Class<? extends Annotation>[] needs() default {};

    /** Items that are judged before this one where the gate asks both, whatever becomes of them. */
    Class<? extends Annotation>[] after() default {};

    /** Proven by the claims of these items, asked at {@link #at}. */
    Class<? extends Annotation>[] composedOf() default {};

    /** Where it is asked. */
    Standpoint at() default Standpoint.GATE;
}
