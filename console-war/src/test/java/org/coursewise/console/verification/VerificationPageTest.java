package org.coursewise.console.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.coursewise.console.api.AuthApi;
import org.coursewise.console.api.FakeAuthApi;
import org.coursewise.console.api.HttpApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VerificationPageTest {

    private final FakeAuthApi fake = new FakeAuthApi();

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void openingThePageAsksAndCallsNobody() {
        var page = page(fake.uri(), Map.of("token", FakeAuthApi.GOOD));
        assertThat(page.getState()).isEqualTo("ask");
        assertThat(page.isOpen()).isTrue();
        assertThat(page.getToken()).isEqualTo(FakeAuthApi.GOOD);
        assertThat(fake.received()).isEmpty();
    }

    @Test
    void confirmingIsDone() {
        var page = page(fake.uri(), Map.of("token", FakeAuthApi.GOOD));
        page.confirm();
        assertThat(page.getState()).isEqualTo("done");
        assertThat(page.isOpen()).isFalse();
    }

    @Test
    void aSpentLinkIsInvalid() {
        var page = page(fake.uri(), Map.of("token", FakeAuthApi.SPENT));
        page.confirm();
        assertThat(page.getState()).isEqualTo("invalid");
    }

    @Test
    void aLinkWithoutItsTokenIsInvalidBeforeAnythingIsSent() {
        var page = page(fake.uri(), Map.of());
        assertThat(page.getState()).isEqualTo("invalid");
        page.confirm();
        assertThat(page.getState()).isEqualTo("invalid");
        assertThat(fake.received()).isEmpty();
    }

    @Test
    void anUnreachableServiceLeavesTheFormForAnotherTry() {
        var page = page(URI.create("http://127.0.0.1:1"), Map.of("token", FakeAuthApi.GOOD));
        page.confirm();
        assertThat(page.getState()).isEqualTo("unreachable");
        assertThat(page.isOpen()).isTrue();
    }

    private static VerificationPage page(URI apiUrl, Map<String, String> parameters) {
        return new VerificationPage(new AuthApi(new HttpApi(apiUrl, Duration.ofSeconds(20))), parameters);
    }
}
