package org.coursewise.jenkins;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Lets a build pass when everything that was found is allowed, and everything that is allowed is allowed today. */
final class Gate {

    private final AllowList allowed;
    private final LocalDate today;

    Gate(AllowList allowed, Clock clock) {
        this.allowed = allowed;
        this.today = LocalDate.now(clock);
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, Clock.systemUTC(), System.out));
    }

    /** Arguments: the allow-list, then the reports. Returns 0 when the gate is open, 1 when it is shut. */
    static int run(String[] arguments, Clock clock, PrintStream out) {
        try {
            var allowed = AllowList.read(Path.of(arguments[0]));
            var findings = Arrays.stream(arguments)
                    .skip(1)
                    .flatMap(report -> SarifReport.read(Path.of(report)).findings().stream())
                    .toList();
            var objections = new Gate(allowed, clock).objections(findings);
            objections.forEach(out::println);
            out.printf(
                    "The gate is %s: %d found, %d objections%n",
                    objections.isEmpty() ? "open" : "shut", findings.size(), objections.size());
            return objections.isEmpty() ? 0 : 1;
        } catch (UnreadableException unreadable) {
            out.println("The gate is shut: " + unreadable.getMessage());
            return 1;
        }
    }

    /** An entry that expired is an objection of its own, so that nobody forgets it when its finding is gone. */
    List<String> objections(List<Finding> findings) {
        var dates = allowed.allowances().stream()
                .filter(allowance -> allowance.hasExpiredBy(today) || allowance.lastsMoreThanAYear(today))
                .map(allowance -> "%s %s: %s"
                        .formatted(
                                allowance.hasExpiredBy(today) ? "Expired on" : "Longer than a year, until",
                                allowance.expires(),
                                allowance));
        var found = findings.stream()
                .filter(finding -> allowed.allowances().stream().noneMatch(allowance -> allowance.covers(finding)))
                .map(finding -> "Found: " + finding);
        return Stream.concat(dates, found).toList();
    }
}
