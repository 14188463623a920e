package io.cutovergate.e2e;

import io.cutovergate.harness.checklist.Checklist.FrontendRenders;
import io.cutovergate.harness.config.Service.Tolerated;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachPage;
import io.cutovergate.harness.subject.PageAt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Pages as a user's browser shows them, loaded once for all three claims. */
@FrontendRenders
@EachPage
record FrontendChecks(PageAt page, Browser browser, Evidence evidence) {

    private static final String UNKNOWN_HOST = "net::ERR_NAME_NOT_RESOLVED";

    @Check("its landmarks become visible")
    void landmarksBecomeVisible() {
        if (page.page().landmarks().isEmpty()) {
            throw new Unexamined(page.id() + " has no landmarks to look for (" + key("landmarks") + ")");
        }
        PageLoad load = browser.load(page);
        load.sight().attachTo(evidence, page.id() + " in the browser");
        evidence.forEach(load.landmarks().entrySet(), landmark -> evidence.measure(
                        "landmark '" + landmark.getKey() + "'", page, landmark.getValue() ? "visible" : "not visible")
                .detail("the page showed " + load.sight() + " (status " + load.status() + ")")
                .is("visible", key("landmarks") + ", within"));
    }

    @Check("no script error and no console error")
    void noScriptError() {
        PageLoad load = answered(browser.load(page));
        judge("script and console errors", load.errors(), "");
    }

    @Check("no request fails")
    void noRequestFails() {
        PageLoad load = browser.load(page);
        load.unanswered().forEach(open -> evidence.note("still unanswered when the page was judged: " + open));
        judge(
                "failed requests",
                load.failed().stream().map(Traffic.Exchange::toString).toList(),
                "of " + load.requests() + " requests");
    }

    /** Only a page that was answered can be free of errors. */
    private PageLoad answered(PageLoad load) {
        if (load.status() >= 400) {
            throw new Unexamined(page.id() + " was answered with status " + load.status() + ", so no script of it ran");
        }
        return load;
    }

    private void judge(String name, Collection<String> faults, String of) {
        List<String> counted = new ArrayList<>();
        for (String fault : faults) {
            tolerated(fault)
                    .ifPresentOrElse(
                            tolerated -> evidence.note("tolerated: " + fault + " (" + tolerated.why() + "; "
                                    + tolerated.owner() + ", " + key("tolerate") + ")"),
                            () -> counted.add(fault));
        }
        List<String> details = new ArrayList<>(of.isEmpty() ? List.of() : List.of(of));
        details.addAll(counted);
        if (counted.stream().anyMatch(fault -> fault.contains(UNKNOWN_HOST))) {
            details.add("hosts beside public.hosts and public.third-parties are not reached");
        }
        evidence.measure(name, page, counted.size())
                .detail(String.join("; ", details))
                .is(0, "fixed; exceptions: " + key("tolerate"));
    }

    private Optional<Tolerated> tolerated(String fault) {
        return page.page().tolerate().stream()
                .filter(tolerated -> fault.contains(tolerated.containing()))
                .findFirst();
    }

    private String key(String name) {
        return "services." + page.service() + ".pages[" + page.page().path() + "]." + name;
    }
}
