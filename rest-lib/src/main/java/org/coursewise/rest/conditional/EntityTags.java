package org.coursewise.rest.conditional;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The list of entity tags in a conditional header (RFC 9110, 13.1): {@code *}, or tags, each weak or strong. */
public record EntityTags(boolean any, List<Tag> tags) {

    /** One of them, without its quotes. */
    public record Tag(boolean weak, String value) {}

    private static final Pattern TAG = Pattern.compile("\\G\\s*(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*(,|$)");

    public EntityTags {
        tags = List.copyOf(tags);
    }

    /** Empty when the header is malformed. */
    public static Optional<EntityTags> parse(String header) {
        if (header.strip().equals("*")) {
            return Optional.of(new EntityTags(true, List.of()));
        }
        var tags = new ArrayList<Tag>();
        var matcher = TAG.matcher(header);
        var end = 0;
        while (matcher.find()) {
            tags.add(new Tag(matcher.group(1) != null, matcher.group(2)));
            end = matcher.end();
        }
        return tags.isEmpty() || end != header.length() ? Optional.empty() : Optional.of(new EntityTags(false, tags));
    }

    /** Weak comparison, for If-None-Match. */
    public boolean matchWeakly(String current) {
        return any || tags.stream().anyMatch(tag -> tag.value().equals(current));
    }
}
