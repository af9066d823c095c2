package org.coursewise.console.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QrCodeTest {

    @Test
    void aCodeStandsInsideItsQuietMargin() {
        var code = QrCode.of("otpauth://totp/Coursewise:ada%40example.org?secret=JBSWY3DPEHPK3PXP");
        assertThat(code.path()).startsWith("M4,4h1v1h-1z").matches("(M\\d+,\\d+h1v1h-1z)+");
        assertThat(code.size()).isBetween(29 + 8, 49 + 8);
    }
}
