package org.coursewise.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ada@example.org, ada@example.org",
        "' ada@example.org ', ada@example.org",
        "Ada.Lovelace+news@Example.ORG, Ada.Lovelace+news@example.org",
        "admin@localhost, admin@localhost",
        "o'brien@example.co.uk, o'brien@example.co.uk",
        "ada@bücher.example, ada@xn--bcher-kva.example",
        "ada@例え.テスト, ada@xn--r8jz45g.xn--zckzah",
        "ada@xn--strae-oqa.example, ada@xn--strae-oqa.example",
    })
    void anAddressIsTakenWithItsDomainAsDnsKnowsIt(String text, String address) {
        assertThat(EmailAddress.parse(text)).map(EmailAddress::value).contains(address);
    }

    @Test
    void twoSpellingsThatDifferInCaseAreOnePerson() {
        assertThat(EmailAddress.parse("Ada@Example.ORG").map(EmailAddress::key))
                .isEqualTo(EmailAddress.parse("ada@example.org").map(EmailAddress::key))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.org",
                "ada@",
                "ada@example..org",
                "ada@-example.org",
                "a da@example.org",
                ".ada@example.org",
                "ada@example.org,bob@example.org",
                "Ada <ada@example.org>",
                "\"a b\"@example.org",
                "ada@[127.0.0.1]",
                "ada@example.org\r\nBcc: bob@example.org",
                "ada\n@example.org",
                "ada@example.org\n",
                "jörg@example.org",
                "ada@exa\u0000mple.org",
                "ada@straße.example",
                "ada@exam\u200dple.org",
            })
    void whatIsNotExactlyOneAddressIsRefused(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    @Timeout(5)
    void aTextThatTakesLongToNormaliseIsNotLookedAt() {
        var marks = "\u0301".repeat(50_000) + "\u0316".repeat(50_000);
        assertThat(EmailAddress.parse("a@a" + marks + ".org")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 300})
    void aNameLongerThanSmtpAllowsIsRefused(int length) {
        assertThat(EmailAddress.parse("a".repeat(length) + "@example.org")).isEmpty();
    }
}
