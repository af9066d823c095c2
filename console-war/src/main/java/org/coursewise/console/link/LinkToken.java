package org.coursewise.console.link;

import java.util.Map;
import java.util.Optional;

/**
 * The secret of a mailed link. It comes in the link's query, goes on in a hidden field of the page's form, and nowhere
 * else: its text form does not show it.
 */
public record LinkToken(String value) {

    /** Far above what auth issues; what is longer is not sent on. */
    private static final int MAX_LENGTH = 512;

    /** The token among a request's parameters, if there is one that can be meant. */
    public static Optional<LinkToken> in(Map<String, String> parameters) {
        return Optional.ofNullable(parameters.get("token"))
                .map(String::strip)
                .filter(token -> !token.isEmpty() && token.length() <= MAX_LENGTH)
                .map(LinkToken::new);
    }

    @Override
    public String toString() {
        return "LinkToken[…]";
    }
}
