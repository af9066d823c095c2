package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.coursewise.localstack.LocalStack;
import org.coursewise.localstack.StackOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Schemathesis sends what the OpenAPI documents allow and what they forbid: no answer is a 5xx, or of a status, media type,
 * header or schema that is not documented. Needs Python's {@code schemathesis}; skipped where there is none.
 */
@Tag("abuse")
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
class SchemathesisIT {

    private static final System.Logger LOG = System.getLogger(SchemathesisIT.class.getName());
    private static final String PROGRAM = System.getProperty("schemathesis");
    private static final String EXAMPLES = System.getProperty("schemathesis.examples");
    private static final int MINUTES = 15;
    private static final String CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,"
            + "response_headers_conformance,response_schema_conformance";
    /** What may end the session of whoever calls. A token is to last for all of a run, so these have one of their own. */
    private static final String ENDING = "(?i)(sessions.*(end|logout)|medelete|password|lock|roles|usersdelete)";

    private LocalStack stack;
    private Path reports;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                isThere(), "No schemathesis here: pip install schemathesis, or -Dschemathesis=/where/it/is");
        var home = Path.of(System.getProperty("stack.home") + "-abuse");
        reports = Files.createDirectories(home.resolveSibling("schemathesis"));
        try (var hooks = SchemathesisIT.class.getResourceAsStream("/schemathesis/mails.py")) {
            Files.copy(Objects.requireNonNull(hooks), reports.resolve("mails.py"), StandardCopyOption.REPLACE_EXISTING);
        }
        stack = LocalStack.start(StackOptions.in(home)
                .withFresh(true)
                .withPortOffset(LocalStack.freePortOffset())
                .withSettings(Map.of("COURSEWISE_ACCESS_TOKEN_LIFETIME", "PT2H")));
    }

    @AfterAll
    void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"auth, admin", "auth, learner", "course, admin", "course, learner", "email, admin", "email, learner"})
    void noAnswerIsAFaultOrUndocumented(String service, String role) throws IOException, InterruptedException {
        run(service, role, "", List.of("--exclude-operation-id-regex", ENDING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "learner"})
    void norIsOneThatMayEndTheSession(String role) throws IOException, InterruptedException {
        run("auth", role, "-ending", List.of("--include-operation-id-regex", ENDING));
    }

    private void run(String service, String role, String suffix, List<String> which)
            throws IOException, InterruptedException {
        var report = reports.resolve(service + "-" + role + suffix + ".txt");
        var command = command(service, token(service + suffix, role));
        command.addAll(which);
        var builder = new ProcessBuilder(command)
                .directory(reports.toFile())
                .redirectErrorStream(true)
                .redirectOutput(report.toFile());
        builder.environment().put("SCHEMATHESIS_HOOKS", "mails.py");
        var process = builder.start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES))
                    .as("%s ends within %d minutes", report, MINUTES)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        var said = Files.readString(report);
        LOG.log(System.Logger.Level.INFO, "{0} as {1}: {2}", service, role, lastLine(said));
        assertThat(process.exitValue()).as(said).isZero();
    }

    private List<String> command(String service, String token) {
        var api = stack.addresses().api();
        return new ArrayList<>(List.of(
                PROGRAM,
                "run",
                api.resolve("/openapi/" + service).toString(),
                "--url",
                api.toString(),
                "--header",
                "Authorization: Bearer " + token,
                "--checks",
                CHECKS,
                "--phases",
                "examples,coverage,fuzzing",
                "--max-examples",
                EXAMPLES,
                "--generation-deterministic",
                "--request-timeout",
                "30",
                "--continue-on-failure",
                "--no-color"));
    }

    private String token(String name, String role) {
        var people = new People(stack);
        return role.equals("admin") ? people.admin() : people.join("abuse." + name + "@example.org");
    }

    private static boolean isThere() throws InterruptedException {
        try {
            var process = new ProcessBuilder(PROGRAM, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String lastLine(String text) {
        return text.strip().substring(text.strip().lastIndexOf('\n') + 1);
    }
}
