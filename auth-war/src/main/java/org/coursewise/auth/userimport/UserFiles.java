package org.coursewise.auth.userimport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.event.UserFacts;
import org.coursewise.auth.password.HashFormats;
import org.coursewise.auth.password.PasswordHashes;
import org.coursewise.imports.Count;
import org.coursewise.imports.ImportJob;
import org.coursewise.imports.ImportedFiles;
import org.coursewise.imports.RowBatch;
import org.coursewise.postgres.Sql;

/** Files of users. */
@ApplicationScoped
class UserFiles implements ImportedFiles {

    static final String KIND = "users";

    private final HashFormats formats = new HashFormats();

    @Inject
    Sql sql;

    @Inject
    UserFacts facts;

    @Inject
    AuditTrail audit;

    @Inject
    PasswordHashes hashes;

    @Inject
    Clock clock;

    @Override
    public List<String> requiredColumns(String kind) {
        return List.of("email");
    }

    @Override
    public RowBatch begin(ImportJob job) {
        return new UserBatch(
                new UserWriter(sql, facts, audit, job.id().toString(), hashes.ofNobody(), clock.instant()), formats);
    }

    @Override
    public void ended(ImportJob job, Count count) {
        audit.recordBySystem(
                AuditType.USERS_IMPORTED,
                null,
                Map.of(
                        "import", job.id().toString(),
                        "taken", Long.toString(count.taken()),
                        "refused", Long.toString(count.refused())));
    }
}
