package org.coursewise.rest.idempotency;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.coursewise.rest.json.StrictJson;
import org.coursewise.settings.SecretBox;
import org.jspecify.annotations.Nullable;

/** An answer as it is kept, text of a kind: what a client sees of it, but for what every answer gets anew. */
record StoredAnswer(int status, Map<String, String> headers, String body) {

    private static final List<String> KEPT_HEADERS =
            List.of("Content-Type", "Content-Language", "Location", "ETag", "Link", "Cache-Control");

    StoredAnswer {
        headers = Map.copyOf(headers);
    }

    static StoredAnswer of(int status, Function<String, @Nullable String> header, String body) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : KEPT_HEADERS) {
            var value = header.apply(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new StoredAnswer(status, headers, body);
    }

    /** Sealed for this request alone: moved to another row it does not open. */
    String seal(SecretBox box, String id) {
        return box.seal(StrictJson.mapper().writeValueAsBytes(this), context(id));
    }

    static StoredAnswer open(SecretBox box, String id, String sealed) {
        return StrictJson.mapper().readValue(box.open(sealed, context(id)), StoredAnswer.class);
    }

    private static String context(String id) {
        return "idempotent-answer:" + id;
    }
}
