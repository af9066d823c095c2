package org.coursewise.course.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.coursewise.address.EmailAddress;
import org.coursewise.settings.UnsealableException;
import org.junit.jupiter.api.Test;

class AddressesTest {

    private static final EmailAddress ADA = new EmailAddress("ada@example.org");

    private final Addresses addresses = Addresses.of(key(1));

    @Test
    void anAddressHasOneHashHoweverItIsWritten() {
        var shouted = EmailAddress.parse(" ADA@Example.ORG ").orElseThrow();
        assertThat(addresses.hash(shouted)).isEqualTo(addresses.hash(ADA)).hasSize(64);
        assertThat(addresses.hash(new EmailAddress("bob@example.org"))).isNotEqualTo(addresses.hash(ADA));
    }

    @Test
    void withoutTheKeyNobodyFindsItByGuessing() {
        assertThat(Addresses.of(key(2)).hash(ADA)).isNotEqualTo(addresses.hash(ADA));
    }

    @Test
    void whatIsSealedIsReadByTheSameKeyAlone() {
        var sealed = addresses.seal(ADA);
        assertThat(sealed).doesNotContain("ada");
        assertThat(Addresses.of(key(1)).open(sealed)).isEqualTo("ada@example.org");
        assertThatThrownBy(() -> Addresses.of(key(2)).open(sealed)).isInstanceOf(UnsealableException.class);
    }

    private static byte[] key(int seed) {
        var bytes = new byte[64];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
