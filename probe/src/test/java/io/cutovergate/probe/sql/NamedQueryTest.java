package io.cutovergate.probe.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamedQueryTest {

    @Test
    void replacesEveryParameterAndNoCast() {
        NamedQuery query = NamedQuery.of("select count(*) from t where a = :id or b = :id::id and c = :identity", "id");

        assertThat(query.sql()).isEqualTo("select count(*) from t where a = ? or b = ?::id and c = :identity");
        assertThat(query.parameters("x")).containsExactly("x", "x");
    }
}
