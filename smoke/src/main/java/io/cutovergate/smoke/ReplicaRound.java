package io.cutovergate.smoke;

import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Asks the same again and again, each time over a connection of its own, so that every replica comes to answer. */
final class ReplicaRound {

    /**
     * Even where a gateway chooses by chance, 20 asks for each of n replicas miss one of them with a probability of
     * (1 - 1/n) to the power of 20 n, which is below e to the power of -20.
     */
    static final int ASKS_PER_REPLICA = 20;

    private ReplicaRound() {}

    /** The answers of a whole round, or of one that ended as soon as enough was seen. */
    static List<HttpAnswer> ask(
            HttpProbe http, HttpRequest request, int replicas, Predicate<List<HttpAnswer>> isEnough) {
        HttpRequest fresh = request.onItsOwnConnection();
        List<HttpAnswer> answers = new ArrayList<>();
        while (answers.size() < ASKS_PER_REPLICA * Math.max(1, replicas) && !isEnough.test(answers)) {
            answers.add(http.send(fresh));
        }
        http.keep(fresh, answers.get(answers.size() - 1));
        return answers;
    }
}
