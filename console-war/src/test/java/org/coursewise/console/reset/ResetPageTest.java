package org.coursewise.console.reset;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.coursewise.console.api.AuthApi;
import org.coursewise.console.api.FakeAuthApi;
import org.coursewise.console.api.HttpApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResetPageTest {

    private final FakeAuthApi fake = new FakeAuthApi();

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void aGoodPasswordIsSet() {
        var page = submitted(fake.uri(), FakeAuthApi.GOOD, "correct horse", "correct horse");
        assertThat(page.getState()).isEqualTo("done");
        assertThat(fake.received()).hasSize(1);
    }

    @Test
    void twoDifferentPasswordsAreNotSent() {
        var page = submitted(fake.uri(), FakeAuthApi.GOOD, "correct horse", "correct house");
        assertThat(page.getState()).isEqualTo("refused");
        assertThat(page.isOpen()).isTrue();
        assertThat(page.getOwnComplaints()).containsExactly("reset.different");
        assertThat(fake.received()).isEmpty();
    }

    @Test
    void whatTheApiSaysOfThePasswordIsShown() {
        var page = submitted(fake.uri(), FakeAuthApi.GOOD, "password1", "password1");
        assertThat(page.getState()).isEqualTo("refused");
        assertThat(page.isComplaint()).isTrue();
        assertThat(page.getApiComplaints()).containsExactly("is among the most common ones");
    }

    @Test
    void aSpentLinkHasNoFormAnyMore() {
        var page = submitted(fake.uri(), FakeAuthApi.SPENT, "correct horse", "correct horse");
        assertThat(page.getState()).isEqualTo("invalid");
        assertThat(page.isOpen()).isFalse();
    }

    @Test
    void aLinkWithoutItsTokenIsInvalid() {
        assertThat(submitted(fake.uri(), "", "correct horse", "correct horse").getState())
                .isEqualTo("invalid");
        assertThat(fake.received()).isEmpty();
    }

    @Test
    void anUnreachableServiceLeavesTheFormForAnotherTry() {
        var page = submitted(URI.create("http://127.0.0.1:1"), FakeAuthApi.GOOD, "correct horse", "correct horse");
        assertThat(page.getState()).isEqualTo("unreachable");
        assertThat(page.isOpen()).isTrue();
        assertThat(page.isComplaint()).isFalse();
    }

    private static ResetPage submitted(URI apiUrl, String token, String newPassword, String repeated) {
        var page = new ResetPage(new AuthApi(new HttpApi(apiUrl, Duration.ofSeconds(20))), Map.of("token", token));
        page.setNewPassword(newPassword);
        page.setRepeated(repeated);
        page.submit();
        return page;
    }
}
