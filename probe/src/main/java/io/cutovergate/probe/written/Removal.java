package io.cutovergate.probe.written;

import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Watched;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;

/** Removes what was written, through the interface that took it. */
public record Removal(HttpProbe http, Login login) {

    private static final int GONE = 404;

    /**
     * Why it is still there; empty where it is gone, or was gone before.
     *
     * @param name of the write in the files
     * @param told what the answer called it
     */
    public String of(Host host, String name, Watched.Writing writing, String id, String told) {
        var rule = writing.remove();
        if (rule == null) {
            return "watch.writes." + name + ".remove is not configured";
        }
        try {
            HttpRequest request = login.as(
                    rule.as(), HttpRequest.of(host, rule).with("{id}", id).with("{told}", told));
            HttpAnswer answer = http.send(request);
            return answer.status() == rule.status() || answer.status() == GONE
                    ? ""
                    : request + " answers " + answer.status();
        } catch (Unexamined e) {
            return String.valueOf(e.getMessage());
        }
    }
}
