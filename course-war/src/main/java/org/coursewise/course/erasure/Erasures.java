package org.coursewise.course.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.receipt.ErasureReceipt;

/**
 * Who was erased, known by the SHA-256 of their ids alone: who knows an id can ask for it, and no id can be read out of it.
 * It is kept for good, so that neither a request with a token of the last minute nor a file of next year brings anybody
 * back.
 */
@ApplicationScoped
public class Erasures {

    /**
     * Of {@link #shareLock} and its opposite: an erasure waits for those who are writing something of learners, and whoever
     * begins afterwards sees it.
     */
    private static final String LOCK = "(hashtextextended('erasure', 0))";

    private static final String BEGIN = """
            insert into erasure (learner_hash, requested_at, erased_at) values (?, ?, ?)
            on conflict (learner_hash) do nothing
            """;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** What to run before writing something of learners, in the same transaction. */
    public static String shareLock() {
        return "select pg_advisory_xact_lock_shared" + LOCK;
    }

    /**
     * To be called before something of a learner is written; nobody is erased until the caller's transaction ends.
     *
     * @throws ProblemException 404 when the learner was erased
     */
    @Transactional(TxType.MANDATORY)
    public void demandNotErased(String learner) {
        if (holdsErased(learner)) {
            throw ProblemException.notFound("learner");
        }
    }

    /** Whether the learner was erased; if not, nobody erases them until the caller's transaction ends. */
    @Transactional(TxType.MANDATORY)
    public boolean holdsErased(String learner) {
        sql.query(shareLock(), row -> true);
        return find(learner).isPresent();
    }

    /** Alone until the transaction ends; false when the learner was erased before. */
    @Transactional(TxType.MANDATORY)
    boolean begin(String learner, Instant requestedAt) {
        sql.query("select pg_advisory_xact_lock" + LOCK, row -> true);
        return sql.update(BEGIN, hash(learner), requestedAt, clock.instant()) == 1;
    }

    Optional<ErasureReceipt> find(String learner) {
        return sql
                .query(
                        "select requested_at, erased_at from erasure where learner_hash = ?",
                        row -> new ErasureReceipt(
                                "course",
                                learner,
                                Objects.requireNonNull(Sql.instant(row, "requested_at")),
                                Sql.instant(row, "erased_at")),
                        hash(learner))
                .stream()
                .findFirst();
    }

    private static String hash(String learner) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(learner.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
