package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is no access token is refused by every service, however much it looks like one. */
@Tag("abuse")
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class AccessTokensIT {

    /** One of each service, where an administrator who is a learner too gets in. */
    private static final List<String> PATHS = List.of("/api/v1/users/me", "/api/v1/enrollments", "/api/v1/messages");

    private final LocalStack stack;
    private final Api api;

    AccessTokensIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
    }

    @TestFactory
    Stream<DynamicTest> whatIsNoAccessTokenIsRefusedByAll() throws Exception {
        var tokens = api.logIn(stack.adminEmail(), stack.adminPassword());
        var forged = new ForgedTokens(stack, tokens.text("accessToken"));
        for (var path : PATHS) {
            assertThat(api.get(path, forged.good()).status()).as(path).isEqualTo(200);
        }
        var all = new LinkedHashMap<>(forged.all());
        all.put("a refresh token", tokens.text("refreshToken"));
        all.put("a token from a mail", mailed());
        return all.entrySet().stream().flatMap(token -> PATHS.stream()
                .map(path -> DynamicTest.dynamicTest(
                        token.getKey() + ": " + path, () -> isRefused(path, token.getValue()))));
    }

    private void isRefused(String path, String token) {
        var answer = api.get(path, token);
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("invalid-access-token");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    /** Of somebody who has not confirmed the address yet. */
    private String mailed() {
        var address = "mailed.tokens@example.org";
        assertThat(api.register(address, People.PASSWORD, "en").status()).isEqualTo(202);
        return new Mailbox(stack.addresses().ports().imap(), address)
                .waitFor(1)
                .get(0)
                .token();
    }
}
