package org.coursewise.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final String NOTHING = "{\"version\": \"2.1.0\", \"runs\": [{\"results\": []}]}";
    private static final String FOUND = """
            {"version": "2.1.0", "runs": [{"results": [{
              "ruleId": "CVE-2026-1",
              "message": {"text": "A hole in\\n the wall"},
              "locations": [{"physicalLocation": {"artifactLocation": {"uri": "auth-war/pom.xml"}}}]}]}]}
            """;

    @TempDir
    Path folder;

    @Test
    void itIsOpenWhenNothingWasFound() throws Exception {
        assertThat(gate("", NOTHING)).isEqualTo("0 The gate is open: 0 found, 0 objections\n");
    }

    @Test
    void aFindingShutsItAndIsNamedInOneLine() throws Exception {
        assertThat(gate("", FOUND)).isEqualTo("""
                        1 Found: CVE-2026-1 in auth-war/pom.xml: A hole in the wall
                        The gate is shut: 1 found, 1 objections
                        """);
    }

    @Test
    void whatIsAllowedUntilTodayPasses() throws Exception {
        assertThat(gate("- {id: CVE-2026-1, reason: never called, expires: 2026-11-24}", FOUND))
                .startsWith("0 ");
    }

    @Test
    void anEntryThatExpiredYesterdayShutsItEvenWhenNothingWasFound() throws Exception {
        assertThat(gate("- {id: CVE-2026-1, reason: never called, expires: 2026-11-23}", NOTHING))
                .startsWith("1 Expired on 2026-11-23: CVE-2026-1 (never called)");
    }

    @Test
    void anEntryForAnotherFileDoesNotHelp() throws Exception {
        assertThat(gate("- {id: CVE-2026-1, in: email-war/pom.xml, reason: no, expires: 2027-01-01}", FOUND))
                .startsWith("1 ");
        assertThat(gate("- {id: CVE-2026-1, in: auth-war/pom.xml, reason: yes, expires: 2027-01-01}", FOUND))
                .startsWith("0 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- {id: CVE-2026-1, expires: 2027-01-01}",
                "- {id: CVE-2026-1, reason: ' ', expires: 2027-01-01}",
                "- {id: CVE-2026-1, reason: never called}",
                "- {id: CVE-2026-1, reason: never called, expires: some day}",
                "- {id: CVE-2026-1, reason: never called, expires: 2027-01-01, path: auth-war}",
                "id: CVE-2026-1",
                "- [",
            })
    void anAllowListThatIsNotUnderstoodShutsIt(String allowList) throws Exception {
        assertThat(gate(allowList, NOTHING)).startsWith("1 The gate is shut: ").contains("allow-list.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "{\"runs\": []}",
                "{\"runs\": [{\"invocations\": [{\"executionSuccessful\": false}]}]}"
            })
    void aReportThatSaysNothingShutsIt(String report) throws Exception {
        assertThat(gate("", report)).startsWith("1 The gate is shut: ").contains("report.sarif");
    }

    @Test
    void aReportThatIsMissingShutsIt() throws Exception {
        Files.writeString(folder.resolve("allow-list.yaml"), "");

        assertThat(judge("no-such-report.sarif")).startsWith("1 ").contains("did the scan run?");
    }

    @Test
    void anEntryForMoreThanAYearShutsIt() throws Exception {
        assertThat(gate("- {id: CVE-2026-1, reason: never called, expires: 2027-11-25}", FOUND))
                .startsWith("1 Longer than a year, until 2027-11-25: CVE-2026-1 (never called)");
    }

    @Test
    void theAllowListOfTheProductIsUnderstoodAndEveryEntrySaysWhy() {
        var allowed = AllowList.read(Path.of("../security/allow-list.yaml"));

        assertThat(allowed.allowances()).isNotEmpty().allSatisfy(allowance -> assertThat(allowance.reason())
                .hasSizeGreaterThan(20));
    }

    private String gate(String allowList, String report) throws Exception {
        Files.writeString(folder.resolve("allow-list.yaml"), allowList);
        Files.writeString(folder.resolve("report.sarif"), report);
        return judge("report.sarif");
    }

    private String judge(String report) {
        var out = new ByteArrayOutputStream();
        var status = Gate.run(
                new String[] {
                    folder.resolve("allow-list.yaml").toString(),
                    folder.resolve(report).toString()
                },
                TODAY,
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return status + " " + out.toString(StandardCharsets.UTF_8);
    }
}
