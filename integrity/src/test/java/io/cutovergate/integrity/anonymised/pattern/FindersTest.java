package io.cutovergate.integrity.anonymised.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.integrity.anonymised.pattern.Finder.Sightings;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jo@shop.com | 1 | 0",
                "Jo <jo.doe+x@Mail.Shop.co.uk>, max@ex.de | 2 | 0",
                "jo@example.com, jo@mail.example.org, jo@shop.test, jo@x.invalid | 0 | 4",
                "jo@staging.shop.net | 0 | 1",
                "git@github, @handle, 3 @ 4.50, logo@2x.png, a@b | 0 | 0",
            })
    void emails(String text, int real, int reserved) {
        assertThat(new Emails(List.of("staging.shop.net")).in(text)).isEqualTo(new Sightings(real, reserved));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+1 514 300 1003 | 1 | 0",
                "call (514) 300-1003 or 514-300-1004. | 2 | 0",
                "+49 (0)30 901820 and +33.1.42.68.53.00 | 2 | 0",
                "+1 514 555 0123, 514-555-0199, +44 20 7946 0958, +44 7700 900461 | 0 | 4",
                "+1 999 000 0000 | 0 | 1",
                "+00 1234567890, 2025-01-01 12:00:00, 5143001003, 10.20.30.40, 1234-5678, SKU-514-300-1003 | 0 | 0",
            })
    void phones(String text, int real, int reserved) {
        assertThat(new Phones(List.of("+1 999")).in(text)).isEqualTo(new Sightings(real, reserved));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4539148803436467 | 1 | 0",
                "card 4539-1488-0343-6467, 3714 496353 98431 | 1 | 1",
                "4242 4242 4242 4242 and 4000000000009995 | 0 | 2",
                "4539148803436468 | 0 | 0",
                "pay_4539148803436467, 0.4539148803436467, 45391488034364671234567, 45391488-0343-6467-8000-000000000000 | 0 | 0",
            })
    void cards(String text, int real, int reserved) {
        assertThat(new Cards().in(text)).isEqualTo(new Sightings(real, reserved));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GB94BARC10201530093459 | 1 | 0",
                "to gb94 barc 1020 1530 0934 59, please | 1 | 0",
                "GB82 WEST 1234 5698 7654 32, DE89370400440532013000 | 0 | 2",
                "GB95BARC10201530093459, XX94BARC10201530093459, GB94BARC1020153009345 | 0 | 0",
            })
    void ibans(String text, int real, int reserved) {
        assertThat(new Ibans().in(text)).isEqualTo(new Sightings(real, reserved));
    }
}
