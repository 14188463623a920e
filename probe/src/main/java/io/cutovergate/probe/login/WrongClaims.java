package io.cutovergate.probe.login;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/** What makes the claims of a token ones that must be refused (RFC 7519, section 4.1). */
public enum WrongClaims {
    EXPIRED {
        @Override
        void apply(ObjectNode claims, Instant now) {
            Instant then = now.minus(HOURS);
            claims.put("iat", then.minus(HOURS).getEpochSecond());
            claims.put("nbf", then.minus(HOURS).getEpochSecond());
            claims.put("exp", then.getEpochSecond());
        }
    },
    NOT_YET_VALID {
        @Override
        void apply(ObjectNode claims, Instant now) {
            claims.put("nbf", now.plus(HOURS).getEpochSecond());
            claims.put("exp", now.plus(HOURS).plus(HOURS).getEpochSecond());
        }
    },
    WRONG_AUDIENCE {
        @Override
        void apply(ObjectNode claims, Instant now) {
            claims.put("aud", "https://cutover-gate.invalid/another-audience");
        }
    },
    WRONG_ISSUER {
        @Override
        void apply(ObjectNode claims, Instant now) {
            claims.put("iss", "https://cutover-gate.invalid/another-issuer");
        }
    };

    /** More than any tolerance for clocks that differ. */
    private static final Duration HOURS = Duration.ofHours(2);

    abstract void apply(ObjectNode claims, Instant now);
}
