package org.coursewise.rest.container;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.coursewise.rest.idempotency.IdempotencyStore;
import org.coursewise.rest.idempotency.Reservation;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class MemoryIdempotencyStore implements IdempotencyStore {

    private record Row(
            String fingerprint,
            String caller,
            String holder,
            @Nullable String answer) {}

    private final Map<String, Row> rows = new HashMap<>();

    @Override
    public synchronized Reservation reserve(String id, String fingerprint, String caller) {
        var row = rows.get(id);
        if (row == null) {
            var holder = UUID.randomUUID().toString();
            rows.put(id, new Row(fingerprint, caller, holder, null));
            return new Reservation.Granted(holder);
        }
        if (!row.fingerprint().equals(fingerprint)) {
            return new Reservation.Reused();
        }
        return row.answer() == null ? new Reservation.InProgress() : new Reservation.Answered(row.answer());
    }

    @Override
    public synchronized void complete(String id, String holder, String sealedAnswer) {
        rows.computeIfPresent(id, (key, row) -> new Row(row.fingerprint(), row.caller(), row.holder(), sealedAnswer));
    }

    @Override
    public synchronized void release(String id, String holder) {
        rows.remove(id);
    }

    @Override
    public synchronized void forget(String caller) {
        rows.values().removeIf(row -> row.caller().equals(caller));
    }
}
