package org.coursewise.console.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where in the console to go next, as a link or form says. */
public final class Place {

    private Place() {}

    /**
     * Only a place of ours, in ASCII: an address that a stranger put into the link is not followed, nor one that becomes such by
     * the way a server writes letters into a header.
     */
    public static String ours(@Nullable String asked, String otherwise) {
        if (asked == null || !asked.startsWith("/") || asked.startsWith("//") || asked.contains("\\")) {
            return otherwise;
        }
        try {
            var address = URI.create(asked);
            return address.getRawAuthority() == null && address.getScheme() == null
                    ? address.toASCIIString()
                    : otherwise;
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }
}
