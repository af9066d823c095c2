package org.coursewise.jenkins;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A scanner's report in SARIF 2.1.0, the one format that all of them write. */
record SarifReport(List<Finding> findings) {

    SarifReport {
        findings = List.copyOf(findings);
    }

    /** A scan that did not end well has no findings, and means nothing: it is refused. */
    static SarifReport read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableException(file + ": there is no such report; did the scan run?");
        }
        var runs = parse(file).path("runs");
        if (!runs.isArray() || runs.isEmpty()) {
            throw new UnreadableException(file + ": this is no SARIF report, it has no runs");
        }
        var findings = new ArrayList<Finding>();
        for (var run : runs) {
            for (var invocation : run.path("invocations")) {
                if (!invocation.path("executionSuccessful").asBoolean(true)) {
                    throw new UnreadableException(file + ": the scanner says that it failed");
                }
            }
            for (var result : run.path("results")) {
                findings.add(finding(result));
            }
        }
        return new SarifReport(findings);
    }

    private static JsonNode parse(Path file) {
        try {
            return JsonMapper.shared().readTree(file);
        } catch (JacksonException unreadable) {
            throw new UnreadableException(file + ": " + unreadable.getOriginalMessage());
        }
    }

    private static Finding finding(JsonNode result) {
        return new Finding(
                result.path("ruleId").asString("without an id"),
                result.at("/locations/0/physicalLocation/artifactLocation/uri").asString(""),
                result.at("/message/text").asString(""));
    }
}
