package io.cutovergate.smoke;

import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Asks the same again and again, each time over a connection of its own, so that every replica comes to answer. */
final class ReplicaRound {

    private static final int HOPELESS = 5;

    private ReplicaRound() {}

    /**
     * The answers of at most so many asks.
     *
     * @param asks where a gateway chooses among n replicas by chance, k times n asks miss a given one with a
     *     probability of (1 - 1/n) to the power of k n, which is below e to the power of -k
     * @param isEnough whether what was seen so far suffices; a service that fails at the first {@value #HOPELESS} asks
     *     is not asked again either
     */
    static List<HttpAnswer> ask(HttpProbe http, HttpRequest request, int asks, Predicate<List<HttpAnswer>> isEnough) {
        HttpRequest fresh = request.onItsOwnConnection();
        List<HttpAnswer> answers = new ArrayList<>();
        do {
            answers.add(http.send(fresh));
        } while (answers.size() < asks && !isEnough.test(answers) && !isHopeless(answers));
        http.keep(fresh, answers.get(answers.size() - 1));
        return answers;
    }

    private static boolean isHopeless(List<HttpAnswer> answers) {
        return answers.size() == HOPELESS && answers.stream().noneMatch(HttpAnswer::isSuccess);
    }
}
