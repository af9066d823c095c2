package org.coursewise.rest.json;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.coursewise.rest.conditional.Versioned;
import org.jspecify.annotations.Nullable;

/** JSON that was made before, to be written as it is, with the entity tag of what it shows. */
public final class Rendered implements Versioned {

    private final byte[] json;
    private final String etag;
    private final @Nullable Locale language;

    public Rendered(Versioned shown) {
        this(shown, null);
    }

    /** @param language of the words in it; null when they are as their authors wrote them */
    public Rendered(Versioned shown, @Nullable Locale language) {
        this.json = StrictJson.mapper().writeValueAsBytes(shown);
        this.etag = shown.etag();
        this.language = language;
    }

    @Override
    public String etag() {
        return etag;
    }

    /** What Content-Language says of it; empty where there is nothing to say. */
    public Optional<String> language() {
        return Optional.ofNullable(language).map(Locale::toLanguageTag);
    }

    /** In bytes. */
    public int length() {
        return json.length;
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(json);
    }

    byte[] json() {
        return json;
    }
}
