package org.coursewise.auth.factor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OtpauthUriTest {

    @Test
    void itIsWhatAuthenticatorAppsRead() {
        assertThat(OtpauthUri.of("Coursewise", "ada@example.org", "JBSWY3DPEHPK3PXP"))
                .isEqualTo("otpauth://totp/Coursewise:ada%40example.org?secret=JBSWY3DPEHPK3PXP"
                        + "&issuer=Coursewise&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void noNameBreaksOutOfItsPlace() {
        assertThat(OtpauthUri.of("Bücher & more?", "a+b:c@example.org", "ABC"))
                .isEqualTo("otpauth://totp/B%C3%BCcher%20%26%20more%3F:a%2Bb%3Ac%40example.org?secret=ABC"
                        + "&issuer=B%C3%BCcher%20%26%20more%3F&algorithm=SHA1&digits=6&period=30");
    }
}
