package org.coursewise.auth.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** Of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private static final Instant TIME = Instant.ofEpochSecond(1_111_111_111);
    private static final long STEP = 1_111_111_111 / 30;
    private static final String CODE = "050471";

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theCodesOfTheRfcAreTaken(long second, String code) {
        assertThat(Totp.stepOf(code, SECRET, 0, Instant.ofEpochSecond(second))).hasValue(second / 30);
    }

    @Test
    void aClockMayBeOneStepAsideAndNoMore() {
        assertThat(Totp.stepOf(CODE, SECRET, 0, TIME.minusSeconds(30))).hasValue(STEP);
        assertThat(Totp.stepOf(CODE, SECRET, 0, TIME.plusSeconds(30))).hasValue(STEP);
        assertThat(Totp.stepOf(CODE, SECRET, 0, TIME.minusSeconds(60))).isEmpty();
        assertThat(Totp.stepOf(CODE, SECRET, 0, TIME.plusSeconds(60))).isEmpty();
    }

    @Test
    void noCodeIsTakenTwiceNorOneBeforeIt() {
        assertThat(Totp.stepOf(CODE, SECRET, STEP - 1, TIME)).hasValue(STEP);
        assertThat(Totp.stepOf(CODE, SECRET, STEP, TIME)).isEmpty();
        assertThat(Totp.stepOf(CODE, SECRET, STEP + 1, TIME)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"050472", "50471", "0050471", "'  050471'", "٠٥٠٤٧١", "''", "abcdef"})
    void whatIsNotTheCodeIsNotTaken(String code) {
        assertThat(Totp.stepOf(code, SECRET, 0, TIME)).isEmpty();
    }

    @Test
    void secretsHave160BitsAndDiffer() {
        assertThat(Totp.newSecret()).hasSize(20).isNotEqualTo(Totp.newSecret());
    }
}
