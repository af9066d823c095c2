package org.coursewise.auth.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.coursewise.csv.CsvSheet;

/** The audit trail as a file for a spreadsheet, however long it is. */
@ApplicationScoped
class AuditExport {

    private static final int AT_ONCE = 1_000;

    @Inject
    AuditEvents events;

    @Inject
    AuditTrail trail;

    /** That the trail was taken away is an act too. */
    void record(AuditFilter filter) {
        trail.record(AuditType.AUDIT_EXPORTED, null, filter.described());
    }

    void write(AuditFilter filter, OutputStream into) throws IOException {
        var sheet = new CsvSheet(into, "id", "at", "type", "actorKind", "actor", "subject", "address", "details");
        var page = events.find(filter, null, AT_ONCE);
        while (!page.isEmpty()) {
            page.forEach(entry -> sheet.write(cells(entry)));
            page = events.find(filter, Long.valueOf(page.get(page.size() - 1).id()), AT_ONCE);
        }
        sheet.flush();
    }

    private static List<String> cells(AuditEntry entry) {
        return List.of(
                entry.id(),
                entry.at().toString(),
                entry.type().wireName(),
                entry.actorKind(),
                entry.actor(),
                entry.subject(),
                entry.address(),
                entry.details());
    }
}
