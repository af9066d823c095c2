package org.coursewise.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hashes were made by libxcrypt, Python's hashlib and the reference implementation of Argon2. */
class HashFormatsTest {

    private static final String PASSWORD = "correct horse battery staple";

    private final HashFormats formats = new HashFormats();
    private final Argon2Hashes hashes = new Argon2Hashes(1, Duration.ofSeconds(30), () -> {});

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2a$06$abcdefghijklmnopqrstuu10cNU3mXRamSUZYs8I8M/Szu..qXq5K",
                "$2b$06$abcdefghijklmnopqrstuu10cNU3mXRamSUZYs8I8M/Szu..qXq5K",
                "$2y$06$abcdefghijklmnopqrstuu10cNU3mXRamSUZYs8I8M/Szu..qXq5K",
                "$pbkdf2-sha256$i=20000$c2FsdHNhbHRzYWx0c2FsdA$fhj8cvG81zKkjSRawgN4u+6Bv6y1sl9KjqQVyZ+FGhk",
                "$pbkdf2-sha256$20000$c2FsdHNhbHRzYWx0c2FsdA$fhj8cvG81zKkjSRawgN4u.6Bv6y1sl9KjqQVyZ.FGhk",
                "$pbkdf2-sha512$i=20000$YW5vdGhlcnNhbHRvZm91cnM$mrYXobX6+phXpI3cL0uDPdBnQxCl/MeDsFgl4t/zMTcIm7jWvUP6t+yM"
                        + "qov6GdpVH3L95gB1846bkWYG6zR6Zw",
                "pbkdf2_sha256$20000$aUtF8Salt$Yq/+RAxrfB4jVo0bvw4D0U9DxDL30CEjpBwcZbmqiMQ=",
                "pbkdf2_sha512$20000$aUtF8Salt$w/FAWl7IKD51RzvT70EwRO1bHI1bkYtMbHHSCjqKO1rgKwT7qe7MyDQE2vdmWFx4JrSQC3p0VN/"
                        + "jCU9FVEsWUw==",
                "pbkdf2_sha1$20000$aUtF8Salt$DWYJBXxarHH3HJzBgJwvWebBSVU="
            })
    void whatOthersMadeOfAPasswordIsRecognised(String hash) {
        assertThat(formats.complaint(hash)).isEmpty();
        assertThat(hashes.verify(PASSWORD, hash)).isTrue();
        assertThat(hashes.verify(PASSWORD + " ", hash)).isFalse();
        assertThat(hashes.verify("", hash)).isFalse();
        assertThat(hashes.outdated(hash)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA"
            })
    void theVectorsOfTheReferenceAreRecognised(String hash) {
        assertThat(formats.complaint(hash)).isEmpty();
        assertThat(hashes.verify("password", hash)).isTrue();
        assertThat(hashes.verify("Password", hash)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Argon2Types.class)
    void everyVariantOfArgon2IsRecognised(Argon2Types variant) {
        var hash = Argon2Factory.create(variant).hash(3, 1024, 2, PASSWORD.toCharArray());
        assertThat(formats.complaint(hash)).isEmpty();
        assertThat(hashes.verify(PASSWORD, hash)).isTrue();
        assertThat(hashes.outdated(hash)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "correct horse battery staple",
                "5f4dcc3b5aa765d61d8327deb882cf99",
                "{SSHA}MkGC4yFmS0pU",
                "$1$saltsalt$qjXMvbEw8oaL.CzflDtaK/",
                "$6$saltsalt$qFmFH.bQmmtXzyBY0s9v7Oicd2z4XSIecDzlB5KiA2/jctKu9YterLp8wwnSq.qc.eoxqOmSuNp2xS0ktL3nh/",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ",
                "$argon2id$v=20$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=7,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPd",
                "$2b$06$abcdefghijklmnopqrstuv10cNU3mXRamSUZYs8I8M/Szu..qXq5K",
                "$2b$06$abcdefghijklmnopqrstuu10cNU3mXRamSUZYs8I8M/Szu..qXq5",
                "$2b$03$abcdefghijklmnopqrstuu10cNU3mXRamSUZYs8I8M/Szu..qXq5K",
                "$2x$06$abcdefghijklmnopqrstuu10cNU3mXRamSUZYs8I8M/Szu..qXq5K",
                "$pbkdf2-md5$i=20000$c2FsdHNhbHRzYWx0c2FsdA$fhj8cvG81zKkjSRawgN4u+6Bv6y1sl9KjqQVyZ+FGhk",
                "$pbkdf2-sha256$i=999$c2FsdHNhbHRzYWx0c2FsdA$fhj8cvG81zKkjSRawgN4u+6Bv6y1sl9KjqQVyZ+FGhk",
                "$pbkdf2-sha256$i=20000$c2FsdHNhbHRzYWx0c2FsdA$fhj8",
                "pbkdf2_sha256$20000$aUtF8Salt$="
            })
    void whatCannotBeVerifiedIsRefused(String hash) {
        assertThat(formats.complaint(hash)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=4194304,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=131072,t=5,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=1024,t=17,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=1024,t=2,p=17$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$2b$15$abcdefghijklmnopqrstuu10cNU3mXRamSUZYs8I8M/Szu..qXq5K",
                "$pbkdf2-sha256$i=2000001$c2FsdHNhbHRzYWx0c2FsdA$fhj8cvG81zKkjSRawgN4u+6Bv6y1sl9KjqQVyZ+FGhk",
                "pbkdf2_sha256$999999999$aUtF8Salt$Yq/+RAxrfB4jVo0bvw4D0U9DxDL30CEjpBwcZbmqiMQ="
            })
    void whatWouldStopOthersWhenItsOwnerLogsInIsRefused(String hash) {
        assertThat(formats.complaint(hash)).get().asString().startsWith("takes too much");
    }

    @Test
    void aHashThatNeedsMuchMemoryIsVerifiedWhereFewPlacesAre() {
        var large = Argon2Factory.create(Argon2Types.ARGON2id).hash(1, 64 * 1024, 1, PASSWORD.toCharArray());
        assertThat(hashes.verify(PASSWORD, large)).isTrue();
        assertThat(hashes.running()).isZero();
    }
}
