package org.coursewise.email.message;

import java.util.Map;
import org.coursewise.address.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a message says and to whom.
 *
 * @param to null once the recipient's account is gone
 * @param userId the recipient's, when they have an account
 * @param variables by name
 * @param sealedVariables one-time links, sealed for "mail-variable:" and their name; gone once the message is sent
 */
public record Content(
        @Nullable EmailAddress to,
        @Nullable String userId,
        String template,
        String locale,
        Map<String, String> variables,
        Map<String, String> sealedVariables) {

    private static final String SEAL_CONTEXT = "mail-variable:";

    public Content {
        variables = Map.copyOf(variables);
        sealedVariables = Map.copyOf(sealedVariables);
    }

    /** What a variable of this name is sealed for, by whoever asks for the mail. */
    public static String sealContext(String variable) {
        return SEAL_CONTEXT + variable;
    }

    Content anonymous() {
        return new Content(null, null, template, locale, Map.of(), Map.of());
    }

    Content withoutSecrets() {
        return new Content(to, userId, template, locale, variables, Map.of());
    }
}
