package org.coursewise.auth.session;

import org.jspecify.annotations.Nullable;

/** From where someone logs in, as far as they say. */
public record Device(String userAgent, String address) {

    private static final int MAX_LENGTH = 300;

    public static Device of(@Nullable String userAgent, @Nullable String address) {
        return new Device(
                userAgent == null ? "" : userAgent.substring(0, Math.min(MAX_LENGTH, userAgent.length())),
                address == null ? "" : address);
    }
}
