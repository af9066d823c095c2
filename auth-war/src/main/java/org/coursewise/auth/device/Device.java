package org.coursewise.auth.device;

import org.jspecify.annotations.Nullable;

/**
 * From where someone acts, as far as they say.
 *
 * @param userAgent what the browser or app says of itself, on one line; may be empty
 */
public record Device(String userAgent, String address) {

    private static final int MAX_LENGTH = 300;

    public static Device of(@Nullable String userAgent, @Nullable String address) {
        var line =
                userAgent == null ? "" : userAgent.replaceAll("\\p{Cntrl}", " ").strip();
        return new Device(line.substring(0, Math.min(MAX_LENGTH, line.length())), address == null ? "" : address);
    }

    public UserAgent agent() {
        return new UserAgent(userAgent);
    }

    public String network() {
        return Network.around(address);
    }
}
