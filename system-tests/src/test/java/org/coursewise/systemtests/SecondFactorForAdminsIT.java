package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coursewise.localstack.LocalStack;
import org.coursewise.localstack.StackOptions;
import org.junit.jupiter.api.Test;

/** Where a second factor is demanded of administrators, nobody administers without one. */
class SecondFactorForAdminsIT {

    private static final String USERS = "/api/v1/admin/users";

    @Test
    void anAdministratorAdministersOnceACodeIsShownAlsoAfterARestart() throws Exception {
        try (var stack = LocalStack.start(options())) {
            var api = new Api(stack.addresses().api());
            var factors = new SecondFactors(api);
            var first = api.logIn(stack.adminEmail(), stack.adminPassword());
            assertThat(groups(first)).containsExactly("learner");
            assertThat(api.get(USERS, first.text("accessToken")).status()).isEqualTo(403);

            var enrolled = factors.enrol(first.text("accessToken"));
            var refreshed = factors.refresh(first);
            assertThat(groups(refreshed)).containsExactly("admin", "learner");
            assertThat(api.get(USERS, refreshed.text("accessToken")).status()).isEqualTo(200);

            stack.restart("auth");
            assertThat(api.logIn(stack.adminEmail(), stack.adminPassword()).problem())
                    .isEqualTo("second-factor-required");
            var next = factors.logIn(
                    stack.adminEmail(), stack.adminPassword(), enrolled.app().next());
            assertThat(groups(next)).containsExactly("admin", "learner");
            assertThat(api.get(USERS, next.text("accessToken")).status()).isEqualTo(200);

            assertThat(api.delete(enrolled.path(), next.text("accessToken"), null)
                            .status())
                    .isEqualTo(204);
            assertThat(api.get(USERS, next.text("accessToken")).status())
                    .as("a token that still says admin")
                    .isEqualTo(401);
            assertThat(groups(factors.refresh(next))).containsExactly("learner");
        }
    }

    private static List<String> groups(Api.Answer tokens) throws Exception {
        return SecondFactors.claims(tokens).getStringListClaim("groups");
    }

    private static StackOptions options() {
        return StackOptions.in(Path.of(System.getProperty("stack.home") + "-second-factor"))
                .withFresh(true)
                .withPortOffset(LocalStack.freePortOffset())
                .withSettings(Map.of("COURSEWISE_SECOND_FACTOR_FOR_ADMINS", "true"))
                .withParts(Set.of("postgres", "kafka", "gateway", "auth"));
    }
}
