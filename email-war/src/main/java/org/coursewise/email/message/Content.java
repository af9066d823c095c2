package org.coursewise.email.message;

import java.util.Map;
import org.coursewise.address.EmailAddress;
import org.coursewise.email.preference.Category;
import org.jspecify.annotations.Nullable;

/**
 * What a message says and to whom.
 *
 * @param to null once the recipient's account is gone
 * @param userId the recipient's, when they have an account
 * @param variables by name
 * @param sealedVariables one-time links, sealed for "mail-variable:" and their name; gone once the message is sent
 * @param isTrial somebody has this mail sent to themselves to see what it looks like, wanted or not
 */
public record Content(
        @Nullable EmailAddress to,
        @Nullable String userId,
        String template,
        String locale,
        Map<String, String> variables,
        Map<String, String> sealedVariables,
        boolean isTrial) {

    private static final String SEAL_CONTEXT = "mail-variable:";

    public Content {
        variables = Map.copyOf(variables);
        sealedVariables = Map.copyOf(sealedVariables);
    }

    public Content(
            @Nullable EmailAddress to,
            @Nullable String userId,
            String template,
            String locale,
            Map<String, String> variables,
            Map<String, String> sealedVariables) {
        this(to, userId, template, locale, variables, sealedVariables, false);
    }

    /** The same, to its author. */
    public Content asTrial() {
        return new Content(to, userId, template, locale, variables, sealedVariables, true);
    }

    /** Where it goes; empty once the recipient is gone. */
    public String domain() {
        return to == null ? "" : to.domain();
    }

    /** What guards an account is waited for by somebody who cannot go on without it. */
    public boolean isUrgent() {
        return !Category.of(template).canBeTurnedOff();
    }

    /** What a variable of this name is sealed for, by whoever asks for the mail. */
    public static String sealContext(String variable) {
        return SEAL_CONTEXT + variable;
    }

    Content anonymous() {
        return new Content(null, null, template, locale, Map.of(), Map.of(), isTrial);
    }

    Content withoutSecrets() {
        return new Content(to, userId, template, locale, variables, Map.of(), isTrial);
    }
}
