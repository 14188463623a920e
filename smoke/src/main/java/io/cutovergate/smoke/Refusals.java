package io.cutovergate.smoke;

import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Auth;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.SyntheticAccount;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.subject.RefusedToken;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Forger;
import io.cutovergate.probe.login.Login;
import io.cutovergate.probe.login.SignedToken;
import io.cutovergate.probe.login.WrongClaims;
import java.util.List;
import java.util.Objects;

/** Makes the requests that must be refused, and makes sure beforehand that their refusal shows something. */
record Refusals(Login login, HttpProbe http, Migration migration, Evidence evidence) {

    private static final int UNAUTHORIZED = 401;

    /** The requests with what must be refused: one, or one for each form that it has. */
    List<HttpRequest> of(RefusedToken refused, HttpRequest plain) {
        return switch (refused.kind()) {
            case MISSING -> List.of(plain);
            case FORGED -> List.of(plain.bearer(forger(plain).altered()));
            case STRANGE_KEY -> List.of(plain.bearer(forger(plain).strange()));
            case ALG_NONE -> List.of(plain.bearer(forger(plain).unsigned()));
            case PUBLIC_KEY_AS_SECRET ->
                forger(plain).confused(login.issuer()).stream()
                        .map(plain::bearer)
                        .toList();
            case EXPIRED -> wrong(plain, WrongClaims.EXPIRED);
            case NOT_YET_VALID -> wrong(plain, WrongClaims.NOT_YET_VALID);
            case WRONG_AUDIENCE -> wrong(plain, WrongClaims.WRONG_AUDIENCE);
            case WRONG_ISSUER -> wrong(plain, WrongClaims.WRONG_ISSUER);
            case GIVEN ->
                List.of(plain.bearer(Objects.requireNonNull(refused.token()).reveal()));
            case SOURCE_SESSION -> List.of(ofSource(refused, plain));
        };
    }

    private List<HttpRequest> wrong(HttpRequest plain, WrongClaims wrong) {
        Forger forger = forger(plain);
        if (forger.signs()) {
            requireAccepted(plain.bearer(forger.minted()), "a right token that auth.refusals.signing-key has signed");
        } else {
            evidence.note("made of a genuine token, whose signature does not fit any more: whoever looks at signatures"
                    + " refuses it for that. With auth.refusals.signing-key, or a token of that name under"
                    + " auth.refusals.tokens, nothing else is wrong with it");
        }
        return List.of(plain.bearer(forger.wrong(wrong)));
    }

    /** The refusal of a forgery shows nothing where the genuine token is refused as well. */
    private Forger forger(HttpRequest plain) {
        Auth auth = Objects.requireNonNull(migration.application().auth());
        SyntheticAccount account = auth.accounts().values().stream()
                .filter(Refusals::hasToken)
                .findFirst()
                .orElseThrow(() -> new Unexamined("auth.accounts has no account whose token could be forged"));
        String token = login.token(account);
        requireAccepted(plain.bearer(token), "the genuine token of " + account.who());
        return Forger.of(
                SignedToken.of(token), Objects.requireNonNull(auth.refusals()).signingKey(), migration);
    }

    private static boolean hasToken(SyntheticAccount account) {
        return switch (account.kind()) {
            case PASSWORD, CODE, CLIENT_CREDENTIALS, BEARER -> true;
            case API_KEY, BASIC, SESSION, FORM, CERTIFICATE -> false;
        };
    }

    /** A session of the source that is one: the source takes it. */
    private HttpRequest ofSource(RefusedToken refused, HttpRequest plain) {
        Vantage source = new Vantage(Side.SOURCE, Route.ENTRY);
        SyntheticAccount account = Objects.requireNonNull(refused.account());
        HttpRequest there = HttpRequest.get(
                migration.host(migration.service(refused.service()).host(), Side.SOURCE), refused.endpoint());
        HttpAnswer answer = http.at(source).send(login.at(source).as(account, there));
        if (!answer.isSuccess()) {
            throw new Unexamined("the source refuses its own session of " + account.who() + ": " + there + ": " + answer
                    + "; so its refusal shows nothing");
        }
        return login.at(source).credential(account).on(plain);
    }

    private void requireAccepted(HttpRequest request, String what) {
        HttpAnswer answer = http.send(request);
        if (answer.status() == UNAUTHORIZED) {
            throw new Unexamined(what + " is refused as well: " + request + ": " + answer
                    + "; so the refusal of a wrong one shows nothing");
        }
    }
}
