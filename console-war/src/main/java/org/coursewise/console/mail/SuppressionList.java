package org.coursewise.console.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.coursewise.console.api.Answer;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.jspecify.annotations.Nullable;

/** The addresses that are not written to. The API gives them by time alone, so looking for one goes through pages. */
final class SuppressionList {

    private static final int ROWS = 200;
    private static final int MOST_PAGES = 20;

    private final Api api;

    SuppressionList(Api api) {
        this.api = api;
    }

    /**
     * What was found.
     *
     * @param isWhole whether all of the list was looked at
     */
    record Found(List<Map<String, Object>> rows, boolean isWhole) {}

    Answer page(@Nullable String cursor) {
        return api.get(Call.to("suppressions").with("cursor", cursor));
    }

    /** Those with these letters somewhere in the address, among the newest of the list. */
    Found search(String letters) {
        var wanted = letters.strip().toLowerCase(Locale.ROOT);
        var found = new ArrayList<Map<String, Object>>();
        String cursor = null;
        for (var page = 0; page < MOST_PAGES; page++) {
            var answer = api.get(Call.to("suppressions").with("limit", ROWS).with("cursor", cursor));
            answer.items().stream()
                    .filter(row -> String.valueOf(row.get("address")).contains(wanted))
                    .forEach(found::add);
            cursor = answer.nextCursor();
            if (cursor == null) {
                return new Found(found, true);
            }
        }
        return new Found(found, false);
    }

    /** The entry of just this address. */
    Optional<Map<String, Object>> find(String address) {
        var wanted = address.toLowerCase(Locale.ROOT);
        return search(wanted).rows().stream()
                .filter(row -> wanted.equals(row.get("address")))
                .findFirst();
    }
}
