package org.coursewise.auth.audit;

import java.util.List;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.Paged;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Part of the audit trail. */
@Schema(name = "AuditEventPage")
public record AuditEventPage(
        List<AuditEntry> items,

        @Schema(description = "Null on the last page", examples = "eyJpZCI6MTA0Mn0") @Nullable
        String nextCursor)
        implements Paged {

    static AuditEventPage of(Page<AuditEntry> page) {
        return new AuditEventPage(page.items(), page.nextCursor());
    }
}
