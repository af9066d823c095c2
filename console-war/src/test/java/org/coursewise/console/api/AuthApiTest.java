package org.coursewise.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.coursewise.console.api.ApiAnswer.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthApiTest {

    private final FakeAuthApi fake = new FakeAuthApi();
    private final AuthApi api = new AuthApi(new HttpApi(fake.uri(), Duration.ofSeconds(20)));

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void aGoodTokenConfirms() {
        assertThat(api.confirmEmail(FakeAuthApi.GOOD).outcome()).isEqualTo(Outcome.DONE);
        assertThat(fake.received()).hasSize(1);
        assertThat(fake.received().get(0).propertyNames()).containsExactly("token");
    }

    @Test
    void aPasswordArrivesAsItWasTyped() {
        var password = " Grüße \"€\" \\ 😀 ";
        assertThat(api.resetPassword(FakeAuthApi.GOOD, password).outcome()).isEqualTo(Outcome.DONE);
        assertThat(fake.received().get(0).path("newPassword").asString()).isEqualTo(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {FakeAuthApi.SPENT, FakeAuthApi.MALFORMED})
    void aTokenThatIsSpentOrMalformedIsInvalid(String token) {
        assertThat(api.confirmEmail(token).outcome()).isEqualTo(Outcome.INVALID_TOKEN);
    }

    @Test
    void aRefusedPasswordComesBackWithTheApisSentence() {
        var answer = api.resetPassword(FakeAuthApi.GOOD, FakeAuthApi.COMMON_PASSWORD);
        assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(answer.complaints()).containsExactly("is among the most common ones");
    }

    @ParameterizedTest
    @ValueSource(strings = {FakeAuthApi.THROTTLED, FakeAuthApi.GATEWAY_FAILS})
    void whatSaysNothingAboutTheLinkIsWorthAnotherTry(String token) {
        assertThat(api.confirmEmail(token).outcome()).isEqualTo(Outcome.UNREACHABLE);
    }

    @Test
    void aBodyThatNeverEndsIsGivenUp() {
        var impatient = new AuthApi(new HttpApi(fake.uri(), Duration.ofMillis(300)));
        assertThat(impatient.confirmEmail(FakeAuthApi.NEVER_ENDS).outcome()).isEqualTo(Outcome.UNREACHABLE);
    }

    @Test
    void nobodyListeningIsUnreachable() {
        var nowhere = new AuthApi(new HttpApi(URI.create("http://127.0.0.1:1"), Duration.ofSeconds(5)));
        assertThat(nowhere.confirmEmail(FakeAuthApi.GOOD).outcome()).isEqualTo(Outcome.UNREACHABLE);
    }
}
