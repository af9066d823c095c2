package org.coursewise.email.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.coursewise.email.KeyOfTests;
import org.coursewise.email.SettingsOfTests;
import org.coursewise.settings.InvalidSettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DkimSettingsTest {

    private static final KeyOfTests KEY = new KeyOfTests("RSA", 2048);

    @Test
    void mailsAreNotSignedUnlessSomebodyAsksForIt() {
        assertThat(SettingsOfTests.with(Map.of()).dkim()).isEmpty();
    }

    @Test
    void mailsAreSignedForTheSendersDomainUnlessAnotherIsNamed() {
        var dkim = SettingsOfTests.with(KEY.settings()).dkim().orElseThrow();
        assertThat(dkim.domain()).isEqualTo("example.org");
        assertThat(dkim.selector()).isEqualTo("mail-2026");
        assertThat(dkim.key()).isEqualTo(KEY.pair().getPrivate());

        var more = KEY.settings();
        more.put("coursewise.dkim-domain", "mail.example.org");
        assertThat(SettingsOfTests.with(more).dkim().orElseThrow().domain()).isEqualTo("mail.example.org");
    }

    @Test
    void theKeyMayStandInAFile(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("dkim.pem"), KEY.pem());
        var dkim = SettingsOfTests.with(
                        Map.of("coursewise.dkim-selector", "mail-2026", "coursewise.dkim-key-file", file.toString()))
                .dkim();
        assertThat(dkim.orElseThrow().key()).isEqualTo(KEY.pair().getPrivate());
    }

    @Test
    void aSelectorWithoutAKeyOrAKeyWithoutASelectorIsAMistake() {
        assertThatThrownBy(() -> SettingsOfTests.with(Map.of("coursewise.dkim-selector", "mail-2026")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("coursewise.dkim-key is not set")
                .hasMessageContaining("COURSEWISE_DKIM_KEY_FILE");
        assertThatThrownBy(() -> SettingsOfTests.with(Map.of("coursewise.dkim-key", KEY.pem())))
                .hasMessageContaining("coursewise.dkim-selector is not set");
    }

    @Test
    void aKeyThatIsNotGoodEnoughIsRefusedWithoutBeingTold() {
        refused(new KeyOfTests("RSA", 1024).pem());
        refused(new KeyOfTests("EC", 256).pem());
        refused(KEY.pem().replace("PRIVATE", "RSA PRIVATE"));
        refused(KEY.pem().substring(0, 600));
        refused("MIIEvQIBADANBgkqhkiG9w0BAQEF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b", "a b", "-a", "a..b", "a; d=evil.org", "ä"})
    void whatIsNoNameInDnsIsRefused(String name) {
        var settings = KEY.settings();
        settings.put("coursewise.dkim-selector", name);
        settings.put("coursewise.dkim-domain", name);
        assertThatThrownBy(() -> SettingsOfTests.with(settings))
                .hasMessageContaining("coursewise.dkim-selector must be a name in DNS")
                .hasMessageContaining("coursewise.dkim-domain must be a domain");
    }

    @Test
    void theKeyIsNotInWhatTheSettingsSayOfThemselves() {
        var dkim = SettingsOfTests.with(KEY.settings());
        assertThat(dkim)
                .asString()
                .contains("mail-2026")
                .doesNotContain(KEY.pem().lines().skip(3).findFirst().orElseThrow())
                .doesNotContain(
                        dkim.dkim().orElseThrow().key().getPrivateExponent().toString());
    }

    private static void refused(String key) {
        var settings = KEY.settings();
        settings.put("coursewise.dkim-key", key);
        assertThatThrownBy(() -> SettingsOfTests.with(settings))
                .hasMessageContaining("coursewise.dkim-key must be an RSA private key of 2048 to 4096 bits in PEM")
                .hasMessageContaining("openssl genpkey")
                .hasMessageNotContaining("MII");
    }
}
