package org.coursewise.auth.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.coursewise.auth.account.UserId;
import org.coursewise.settings.SecretBox;
import org.junit.jupiter.api.Test;

class FactorTest {

    /** Secret, time and codes are those of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private static final Instant NOW = Instant.ofEpochSecond(1_234_567_890);
    private static final String CODE = "005924";
    private static final String WRONG = "123456";

    private final SecretBox keys = SecretBox.random();
    private final UserId ada = UserId.random();
    private final Factor factor = new Factor(ada, SECRET, keys, NOW);

    @Test
    void aCodeIsTakenOnceAlsoWithASpaceInIt() {
        assertThat(factor.check("005 924", keys, NOW)).isEqualTo(CodeCheck.ACCEPTED);
        assertThat(factor.check(CODE, keys, NOW)).isEqualTo(CodeCheck.WRONG);
    }

    @Test
    void afterFiveWrongCodesNoneCountsForAQuarterOfAnHour() {
        for (var i = 0; i < Factor.WRONG_CODES; i++) {
            assertThat(factor.check(WRONG, keys, NOW)).isEqualTo(CodeCheck.WRONG);
        }
        assertThat(factor.check(CODE, keys, NOW)).isEqualTo(CodeCheck.REFUSED);
        var almost = NOW.plus(Factor.WRONG_CODES_WITHIN).minusSeconds(1);
        assertThat(factor.check(WRONG, keys, almost)).isEqualTo(CodeCheck.REFUSED);
        assertThat(factor.check(WRONG, keys, almost.plusSeconds(1))).isEqualTo(CodeCheck.WRONG);
    }

    @Test
    void aRightCodeForgivesTheWrongOnesBeforeIt() {
        for (var i = 1; i < Factor.WRONG_CODES; i++) {
            factor.check(WRONG, keys, NOW);
        }
        assertThat(factor.check(CODE, keys, NOW)).isEqualTo(CodeCheck.ACCEPTED);
        assertThat(factor.check(WRONG, keys, NOW)).isEqualTo(CodeCheck.WRONG);
        assertThat(factor.check(WRONG, keys, NOW)).isEqualTo(CodeCheck.WRONG);
    }

    @Test
    void eachOfTenRecoveryCodesWorksOnceHoweverItIsTyped() {
        var codes = factor.renewRecoveryCodes();
        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}"));
        for (var code : codes) {
            var typed = code.toLowerCase(Locale.ROOT).replace('-', ' ');
            assertThat(factor.check(typed, keys, NOW)).isEqualTo(CodeCheck.RECOVERED);
            assertThat(factor.check(code, keys, NOW)).isEqualTo(CodeCheck.WRONG);
        }
        assertThat(factor.recoveryCodesLeft()).isZero();
    }

    @Test
    void newRecoveryCodesReplaceTheOldOnes() {
        var old = factor.renewRecoveryCodes();
        var fresh = factor.renewRecoveryCodes();
        assertThat(factor.check(old.get(0), keys, NOW)).isEqualTo(CodeCheck.WRONG);
        assertThat(factor.check(fresh.get(0), keys, NOW)).isEqualTo(CodeCheck.RECOVERED);
        assertThat(factor.recoveryCodesLeft()).isEqualTo(9);
    }

    @Test
    void whatWaitsForItsFirstCodeExpiresAndWhatIsVerifiedDoesNot() {
        var inAnHour = NOW.plus(Duration.ofHours(1));
        assertThat(factor.expired(inAnHour.minusSeconds(1))).isFalse();
        assertThat(factor.expired(inAnHour)).isTrue();
        factor.verify(NOW);
        assertThat(factor.expired(inAnHour)).isFalse();
    }

    @Test
    void theFirstKeySealsAgainWhatAnotherHasSealed() {
        var older = "old:" + key('o');
        var newer = "new:" + key('n');
        var kept = new Factor(ada, SECRET, SecretBox.parse(older), NOW);
        assertThat(kept.check(CODE, SecretBox.parse(newer + "," + older), NOW)).isEqualTo(CodeCheck.ACCEPTED);
        assertThat(kept.secret(SecretBox.parse(newer))).isEqualTo(SECRET);
    }

    private static String key(char letter) {
        var bytes = String.valueOf(letter).repeat(32).getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
