package org.coursewise.console.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where in the console to go next, as a link or form says. */
public final class Place {

    private Place() {}

    /** Only a place of ours: an address that a stranger put into the link is not followed. */
    public static String ours(@Nullable String asked, String otherwise) {
        if (asked == null || !asked.startsWith("/") || asked.startsWith("//") || asked.contains("\\")) {
            return otherwise;
        }
        try {
            var address = URI.create(asked);
            return address.getRawAuthority() == null && address.getScheme() == null ? asked : otherwise;
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }
}
