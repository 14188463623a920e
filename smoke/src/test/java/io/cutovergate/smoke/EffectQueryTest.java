package io.cutovergate.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EffectQueryTest {

    @Test
    void bindsEveryIdAndNoCast() {
        EffectQuery query = EffectQuery.of("select count(*) from t where a::text = :id or b = :id and c::id = :idle");
        assertThat(query.sql()).isEqualTo("select count(*) from t where a::text = ? or b = ? and c::id = :idle");
        assertThat(query.parameters("x")).containsExactly("x", "x");
    }
}
