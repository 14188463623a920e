package io.cutovergate.harness.evidence;

import java.util.List;
import java.util.stream.Collectors;

/** A rule was measured and is broken: the obligation has failed. */
public final class RuleBroken extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final transient List<Sample> broken;

    public RuleBroken(List<Sample> broken) {
        super(broken.stream().map(Sample::sentence).collect(Collectors.joining("\n")));
        this.broken = List.copyOf(broken);
    }

    public List<Sample> broken() {
        return broken;
    }
}
