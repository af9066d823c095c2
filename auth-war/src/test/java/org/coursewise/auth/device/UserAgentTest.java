package org.coursewise.auth.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAgentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0 | Firefox | Firefox on Linux",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0"
                        + " Safari/537.36 | Chrome | Chrome on Windows",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0"
                        + " Safari/537.36 Edg/141.0.0.0 | Edge | Edge on Windows",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6"
                        + " Safari/605.1.15 | Safari | Safari on macOS",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                        + " Version/18.6 Mobile/15E148 Safari/604.1 | Safari | Safari on iPhone",
                "Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/142.0"
                        + " Mobile/15E148 Safari/604.1 | Firefox | Firefox on iPad",
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0"
                        + " Chrome/130.0.0.0 Mobile Safari/537.36 | Samsung Internet | Samsung Internet on Android",
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0"
                        + " Safari/537.36 OPR/120.0.0.0 | Opera | Opera on ChromeOS",
            })
    void commonBrowsersAreKnownByNameAndSystem(String text, String family, String name) {
        var agent = new UserAgent(text);
        assertThat(agent.family()).isEqualTo(family);
        assertThat(agent.name()).isEqualTo(name);
        assertThat(agent.harmlessName()).isEqualTo(name);
    }

    @Test
    void anUpdateLeavesTheFamilyAsItIs() {
        assertThat(new UserAgent("Analytical Engine/1.0").family())
                .isEqualTo(new UserAgent("Analytical Engine/2.0").family());
    }

    @Test
    void whoIsNotKnownIsCalledAsTheyCallThemselves() {
        assertThat(new UserAgent("Analytical Engine/1.0").name()).isEqualTo("Analytical Engine/1.0");
        assertThat(new UserAgent("Analytical Engine/1.0").harmlessName()).isEqualTo("Analytical Engine");
    }

    @Test
    void inAMailNoNameBecomesALink() {
        assertThat(new UserAgent("Confirm at www.evil.example or http://evil.example").harmlessName())
                .doesNotContain(".", "/", ":");
        assertThat(new UserAgent("<b>").harmlessName()).isEqualTo("b");
        assertThat(new UserAgent("").harmlessName()).isEqualTo("?");
        assertThat(new UserAgent("x".repeat(300)).harmlessName()).hasSize(60);
    }
}
