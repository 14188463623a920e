package io.cutovergate.integrity.likeness;

import io.cutovergate.integrity.likeness.Histogram.Bucket;
import io.cutovergate.integrity.sql.Both;

/** A histogram to look at: for each bucket a bar of the source's share above one of the target's. */
final class HistogramSvg {

    private static final int LEFT = 190;
    private static final int FULL = 380;
    private static final int ROW = 34;
    private static final int TOP = 56;
    private static final int LONGEST = 28;

    private HistogramSvg() {}

    static String draw(Histogram histogram) {
        Both<Long> rows = histogram.rows();
        double greatest = histogram.buckets().stream()
                .mapToDouble(bucket -> Math.max(
                        share(bucket.rows().source(), rows.source()),
                        share(bucket.rows().target(), rows.target())))
                .max()
                .orElse(1);
        StringBuilder svg = new StringBuilder();
        int height = TOP + ROW * histogram.buckets().size() + 10;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 %d\" font-family=\"sans-serif\""
                        .formatted(height))
                .append(" font-size=\"12\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>")
                .append(text(
                        12,
                        22,
                        "start",
                        histogram.subject() + "  (population stability index " + histogram.psi() + ")"))
                .append(bar(12, 32, 10, "#6b7c93"))
                .append(text(28, 41, "start", "source, " + rows.source() + " rows"))
                .append(bar(220, 32, 10, "#c2611f"))
                .append(text(236, 41, "start", "target, " + rows.target() + " rows"));
        int y = TOP;
        for (Bucket bucket : histogram.buckets()) {
            double source = share(bucket.rows().source(), rows.source());
            double target = share(bucket.rows().target(), rows.target());
            svg.append(text(LEFT - 8, y + 17, "end", shortened(bucket.name())))
                    .append(bar(LEFT, y + 2, width(source, greatest), "#6b7c93"))
                    .append(bar(LEFT, y + 15, width(target, greatest), "#c2611f"))
                    .append(text(LEFT + width(source, greatest) + 5, y + 11, "start", percent(source)))
                    .append(text(LEFT + width(target, greatest) + 5, y + 24, "start", percent(target)));
            y += ROW;
        }
        return svg.append("</svg>").toString();
    }

    private static double share(long rows, long all) {
        return all == 0 ? 0 : (double) rows / all;
    }

    private static int width(double share, double greatest) {
        return greatest == 0 ? 0 : (int) Math.round(FULL * share / greatest);
    }

    private static String percent(double share) {
        return "%.1f%%".formatted(100 * share);
    }

    private static String bar(int x, int y, int width, String colour) {
        return "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"10\" fill=\"%s\"/>".formatted(x, y, width, colour);
    }

    private static String text(int x, int y, String anchor, String text) {
        return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>".formatted(x, y, anchor, escaped(text));
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
