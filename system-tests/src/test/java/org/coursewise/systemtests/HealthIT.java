package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers say about themselves to whoever sends them requests. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class HealthIT {

    private final LocalStack stack;

    HealthIT(LocalStack stack) {
        this.stack = stack;
    }

    /** Without this check a server that is about to stop gets requests until its port is closed. */
    @ParameterizedTest
    @ValueSource(strings = {"auth", "course", "email", "console"})
    void everyServerTellsWhetherItIsAboutToStop(String server) {
        var answer = new Api(address(server)).get("/health/ready");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("checks"))
                .anyMatch(check -> "draining".equals(check.path("name").asString("")));
    }

    private URI address(String server) {
        var addresses = stack.addresses();
        return switch (server) {
            case "auth" -> addresses.auth();
            case "course" -> addresses.course();
            case "email" -> addresses.email();
            default -> addresses.console();
        };
    }
}
