package io.cutovergate.harness.evidence;

import io.cutovergate.harness.subject.Subject;
import io.cutovergate.harness.yaml.Secrets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * What one check measures and sees for one subject. A check that measured nothing proves nothing.
 *
 * <pre>{@code
 * evidence.measure("days left", host, probe.at(host).daysLeft())
 *         .atLeast(host.rules().minDaysLeft(), "public.tls.min-days-left");
 * }</pre>
 */
public final class Evidence {

    private final Attachments store;
    private final Secrets secrets;
    private final List<Sample> samples = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> headlines = new ArrayList<>();
    private boolean sealed;

    public Evidence(Attachments store, Secrets secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    /** Begins a measurement; the rule that follows records it, asserts it and counts it. */
    public <T extends Comparable<? super T>> Measurement<T> measure(String name, Subject subject, T value) {
        return measure(name, subject.id(), value);
    }

    /** The same for a part of the subject, for example a table of a database: {@code public.users of main at target}. */
    public <T extends Comparable<? super T>> Measurement<T> measure(String name, String subject, T value) {
        return new Measurement<>(this, name, subject, value, "");
    }

    /** Asserts for each element and reports all broken rules together, not only the first. */
    public <E> void forEach(Collection<E> elements, Consumer<E> assertions) {
        List<Sample> broken = new ArrayList<>();
        for (E element : elements) {
            try {
                assertions.accept(element);
            } catch (RuleBroken e) {
                broken.addAll(e.broken());
            }
        }
        if (!broken.isEmpty()) {
            throw new RuleBroken(broken);
        }
    }

    /** Keeps a text that was seen: a request and its answer, a query. Masked. */
    public void attach(String name, String type, String text) {
        add(store.text(name, type, text));
    }

    /** Keeps what was seen in a file of its own, for several checks to {@linkplain #attach(Attachment) show}. */
    public Attachment keep(String name, String type, String text) {
        return store.text(name, type, text);
    }

    /** Shows what is kept already. */
    public void attach(Attachment kept) {
        add(kept);
    }

    /** Keeps a picture or other bytes that were seen. */
    public void attach(String name, String type, byte[] content) {
        add(store.bytes(name, type, content));
    }

    /** Says something that is no figure but that a reader of the report must know. */
    public synchronized void note(String text) {
        if (!sealed) {
            notes.add(secrets.mask(text));
        }
    }

    /** Says something that stands beside the decision, before all items. */
    public synchronized void headline(String text) {
        if (!sealed) {
            headlines.add(secrets.mask(text));
        }
    }

    /** Ends the recording: what a check that was given up still measures does not count. */
    public synchronized Recorded seal() {
        sealed = true;
        return new Recorded(List.copyOf(samples), List.copyOf(attachments), List.copyOf(notes), List.copyOf(headlines));
    }

    synchronized void record(Sample sample) {
        Sample masked = new Sample(
                sample.name(),
                sample.subject(),
                secrets.mask(sample.value()),
                secrets.mask(sample.rule()),
                sample.key(),
                sample.held(),
                secrets.mask(sample.detail()));
        if (!sealed) {
            samples.add(masked);
        }
        if (!masked.held()) {
            throw new RuleBroken(List.of(masked));
        }
    }

    private synchronized void add(Attachment attachment) {
        if (!sealed) {
            attachments.add(attachment);
        }
    }
}
