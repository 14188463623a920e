package io.cutovergate.probe.comparison;

import java.util.List;

/**
 * How often something failed, block by block of consecutive time: what fails, fails in bursts, so that blocks tell how much a
 * single failure says.
 */
public record Failures(List<Block> blocks) {

    /** What was asked in one stretch of time. */
    public record Block(long failed, long all) {}

    public Failures {
        blocks = List.copyOf(blocks);
        if (blocks.stream().mapToLong(Block::all).sum() == 0) {
            throw new IllegalArgumentException("nothing was asked, so nothing can be said of what failed");
        }
    }

    public long failed() {
        return blocks.stream().mapToLong(Block::failed).sum();
    }

    public long all() {
        return blocks.stream().mapToLong(Block::all).sum();
    }

    public double share() {
        return (double) failed() / all();
    }

    /**
     * The interval of the true share: Wilson's score interval, of as many requests as are worth as much as independent ones
     * (Korn and Graubard 1998). Without a failure it ends above zero, where drawing blocks again and again would end at zero.
     */
    public Interval interval(double confidence) {
        double z = Normal.quantile((1 + confidence) / 2);
        double n = independent();
        double centre = share() + z * z / (2 * n);
        double reach = z * Math.sqrt(share() * (1 - share()) / n + z * z / (4 * n * n));
        double all = 1 + z * z / n;
        return new Interval(Math.max(0, (centre - reach) / all), Math.min(1, (centre + reach) / all));
    }

    /** The interval of the other's true share less this one's, from both of their intervals (Newcombe 1998, method 10). */
    public Interval difference(Failures other, double confidence) {
        Interval mine = interval(confidence);
        Interval others = other.interval(confidence);
        double seen = other.share() - share();
        return new Interval(
                seen - Math.hypot(other.share() - others.low(), mine.high() - share()),
                seen + Math.hypot(others.high() - other.share(), share() - mine.low()));
    }

    /** Requests, less what they lose by failing together: divided by the design effect of the blocks (Kish 1965). */
    private double independent() {
        double alone = share() * (1 - share()) / all();
        if (alone == 0 || blocks.size() < 2) {
            return all();
        }
        double apart = blocks.stream()
                .mapToDouble(block -> block.failed() - share() * block.all())
                .map(residual -> residual * residual)
                .sum();
        double together = apart * blocks.size() / (blocks.size() - 1) / ((double) all() * all());
        return all() / Math.max(1, together / alone);
    }
}
