package org.coursewise.rest.json;

import java.io.IOException;
import java.io.OutputStream;
import org.coursewise.rest.conditional.Versioned;

/** JSON that was made before, to be written as it is, with the entity tag of what it shows. */
public final class Rendered implements Versioned {

    private final byte[] json;
    private final String etag;

    public Rendered(Versioned shown) {
        this.json = StrictJson.mapper().writeValueAsBytes(shown);
        this.etag = shown.etag();
    }

    @Override
    public String etag() {
        return etag;
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
