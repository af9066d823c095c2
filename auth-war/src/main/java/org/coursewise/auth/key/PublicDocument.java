package org.coursewise.auth.key;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import org.coursewise.auth.onetime.Secrets;
import org.coursewise.rest.conditional.EntityTags;

/** A document for everybody that seldom changes: kept for five minutes, then asked whether it is still the same. */
public final class PublicDocument {

    /** How long anybody may keep it without asking. */
    static final Duration KEPT_FOR = Duration.ofMinutes(5);

    private static final String CACHING = "public, max-age=" + KEPT_FOR.toSeconds();
    private static final int TAG_LENGTH = 22;

    private final String text;
    private final byte[] body;
    private final String tag;

    public PublicDocument(String text) {
        this.text = text;
        this.body = text.getBytes(StandardCharsets.UTF_8);
        this.tag = Secrets.hash(text).substring(0, TAG_LENGTH);
    }

    public boolean says(String other) {
        return text.equals(other);
    }

    public void answer(String type, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", CACHING);
        response.setHeader("ETag", '"' + tag + '"');
        if (isKnown(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private boolean isKnown(HttpServletRequest request) {
        if (request.getHeader("If-None-Match") == null) {
            return false;
        }
        var tags = String.join(",", Collections.list(request.getHeaders("If-None-Match")));
        return EntityTags.parse(tags).filter(known -> known.matchWeakly(tag)).isPresent();
    }
}
