package org.coursewise.email.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoMailboxTest {

    @ParameterizedTest
    @ValueSource(strings = {"550 5.1.1 no such user", "550 5.1.10 null MX", "553 5.1.2", "550-5.1.1 gone"})
    void theAddressItselfIsRefused(String reply) {
        assertThat(NoMailbox.isSaidBy(reply)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.1.8 bad sender",
                "550 5.1.7 bad sender",
                "552 5.2.2 full",
                "550 no such user",
                "450 4.1.1 later",
                "550 5.7.1 5.1.1",
                "550 5.1.11 what is that"
            })
    void theAddressMayWellBeGood(String reply) {
        assertThat(NoMailbox.isSaidBy(reply)).isFalse();
    }
}
