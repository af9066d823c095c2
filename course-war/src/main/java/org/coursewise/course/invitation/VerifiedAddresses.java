package org.coursewise.course.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.coursewise.address.EmailAddress;
import org.coursewise.course.erasure.Erasures;
import org.coursewise.course.erasure.LearnerLeft;
import org.coursewise.postgres.Sql;

/** Who has verified which address, by its hash: nothing that can be read, only compared. */
@ApplicationScoped
class VerifiedAddresses {

    private static final String LEARN = """
            insert into verified_address (user_id, address_hash, as_of) values (?, ?, ?)
            on conflict (user_id) do update set address_hash = excluded.address_hash, as_of = excluded.as_of
                where verified_address.as_of <= excluded.as_of
            """;

    private static final String CHANGE =
            "update verified_address set address_hash = ?, as_of = ? where user_id = ? and as_of <= ?";

    /** Invitations that wait for the address are looked at now. */
    private static final String CALL =
            "update invitation set due_at = ? where address_hash = ? and claimed_at is null and expires_at > ?";

    @Inject
    Sql sql;

    @Inject
    Erasures erasures;

    @Inject
    AddressKey key;

    @Inject
    Clock clock;

    /** Nobody learns or claims the address until the transaction ends. */
    void hold(String hash) {
        sql.query("select pg_advisory_xact_lock(hashtextextended('address ' || ?, 0))", row -> true, hash);
    }

    /** The user has shown that the mailbox is theirs. */
    @Transactional
    void verified(String userId, EmailAddress address, Instant asOf) {
        var hash = begin(userId, address);
        if (hash.isPresent() && sql.update(LEARN, userId, hash.get(), asOf) > 0) {
            call(hash.get());
        }
    }

    /** Of who has verified an address: auth changes it only to one that is verified too. Of others it says nothing. */
    @Transactional
    void changed(String userId, EmailAddress address, Instant asOf) {
        var hash = begin(userId, address);
        if (hash.isPresent() && sql.update(CHANGE, hash.get(), asOf, userId, asOf) > 0) {
            call(hash.get());
        }
    }

    /** Empty when the user was erased: a fact that comes late brings nobody back. */
    private Optional<String> begin(String userId, EmailAddress address) {
        if (erasures.holdsErased(userId)) {
            return Optional.empty();
        }
        var hash = key.addresses().hash(address);
        hold(hash);
        return Optional.of(hash);
    }

    private void call(String hash) {
        var now = clock.instant();
        sql.update(CALL, now, hash, now);
    }

    /** Who has verified it; of two who say so the last, as their facts may come in any order. */
    Optional<String> owner(String hash) {
        return sql
                .query(
                        "select user_id from verified_address where address_hash = ? order by as_of desc limit 1",
                        row -> row.getString(1),
                        hash)
                .stream()
                .findFirst();
    }

    void forget(@Observes LearnerLeft left) {
        sql.update(
                "delete from invitation where address_hash in (select address_hash from verified_address where user_id = ?)",
                left.learner());
        sql.update("delete from verified_address where user_id = ?", left.learner());
    }
}
