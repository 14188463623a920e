package io.cutovergate.reports;

import io.cutovergate.harness.run.Status;
import io.cutovergate.reports.verdict.Decision;

/** How a terminal shows the words that matter. */
public interface Paint {

    /** No colour at all. */
    Paint PLAIN = new Paint() {
        @Override
        public String decision(Decision decision, String text) {
            return text;
        }

        @Override
        public String status(Status status, String text) {
            return text;
        }
    };

    String decision(Decision decision, String text);

    String status(Status status, String text);
}
