package org.coursewise.email.message;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coursewise.address.EmailAddress;
import org.coursewise.email.settings.EmailSettings;
import org.coursewise.email.template.Template;
import org.coursewise.email.template.Templates;
import org.coursewise.rest.problem.FieldError;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.settings.SecretBox;
import org.coursewise.settings.UnsealableException;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what is asked for before it becomes a message, so that nothing is accepted that cannot be mailed. One-time
 * links leave here sealed, also those that came open.
 */
@Singleton
public final class ContentRules {

    private static final int LONGEST_VALUE = 2_000;
    private static final int LAST_ASCII = 0x7f;
    private static final Set<String> WEB = Set.of("http", "https");
    private static final String VARIABLES = "variables.";

    private final Templates templates;
    private final SecretBox mailKeys;

    @Inject
    public ContentRules(Templates templates, EmailSettings settings) {
        this(templates, settings.mailKeys());
    }

    ContentRules(Templates templates, SecretBox mailKeys) {
        this.templates = templates;
        this.mailKeys = mailKeys;
    }

    /**
     * What a message may say.
     *
     * @param sealed variables that come sealed already
     * @throws ProblemException naming every field that is wrong
     */
    public Content check(
            String to,
            @Nullable String userId,
            String template,
            String locale,
            Map<String, String> open,
            Map<String, String> sealed) {
        var errors = new ArrayList<FieldError>();
        var address = EmailAddress.parse(to);
        if (address.isEmpty()) {
            errors.add(new FieldError("to", whatIsWrongWith(to)));
        }
        var values = new HashMap<>(open);
        sealed.forEach((name, value) -> unsealed(name, value, errors).ifPresent(plain -> values.put(name, plain)));
        var known = templates.find(template, locale);
        if (known.isEmpty()) {
            errors.add(new FieldError("template", "is not the name of a template"));
        } else {
            checkVariables(known.get(), templates.variables(template).orElseThrow(), values, errors);
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalidInput(errors);
        }
        return content(address.orElseThrow(), userId, known.orElseThrow(), locale, values);
    }

    /**
     * Whether a text can be filled in with these.
     *
     * @throws ProblemException naming every variable that is wrong
     */
    public void requireFit(Template template, Map<String, String> values) {
        var errors = new ArrayList<FieldError>();
        checkVariables(template, templates.variables(template.name()).orElseThrow(), values, errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalidInput(errors);
        }
    }

    /** Whether a mail can be made of what is still known. */
    boolean isComplete(Content content) {
        var values = new HashMap<>(content.variables());
        values.putAll(content.sealedVariables());
        return content.to() != null
                && templates
                        .find(content.template(), content.locale())
                        .filter(template -> template.missing(values).isEmpty())
                        .isPresent();
    }

    private Optional<String> unsealed(String name, String value, List<FieldError> errors) {
        try {
            return Optional.of(mailKeys.openText(value, Content.sealContext(name)));
        } catch (UnsealableException e) {
            errors.add(new FieldError(VARIABLES + name, "cannot be unsealed: " + e.getMessage()));
            return Optional.empty();
        }
    }

    private static void checkVariables(
            Template template, Set<String> sayable, Map<String, String> values, List<FieldError> errors) {
        for (var name : template.missing(values)) {
            errors.add(new FieldError(VARIABLES + name, "is needed by the template"));
        }
        for (var entry : values.entrySet()) {
            var name = entry.getKey();
            if (!sayable.contains(name)) {
                errors.add(new FieldError(VARIABLES + name, "is not known to the template"));
            } else {
                checkValue(name, entry.getValue())
                        .ifPresent(wrong -> errors.add(new FieldError(VARIABLES + name, wrong)));
            }
        }
    }

    /** An international host has an ASCII name; what stands before the at sign has not. */
    private static String whatIsWrongWith(String to) {
        var local = to.substring(0, Math.max(0, to.lastIndexOf('@')));
        return local.chars().anyMatch(letter -> letter > LAST_ASCII)
                ? "must have nothing but ASCII before the @: mails cannot be sent to it otherwise"
                : "is not a mail address";
    }

    private static Optional<String> checkValue(String name, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("must not contain line breaks or other control characters");
        }
        if (value.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            return Optional.of("must not contain half of a character");
        }
        if (value.length() > LONGEST_VALUE) {
            return Optional.of("must have at most " + LONGEST_VALUE + " characters");
        }
        if (isLink(name) && !value.isBlank() && !isWebAddress(value)) {
            return Optional.of("must be an http or https URL");
        }
        return Optional.empty();
    }

    private static boolean isLink(String name) {
        return Template.ONE_TIME.contains(name) || name.endsWith("Url");
    }

    private static boolean isWebAddress(String value) {
        try {
            var uri = new URI(value);
            return uri.getScheme() != null && WEB.contains(uri.getScheme()) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private Content content(
            EmailAddress to, @Nullable String userId, Template template, String locale, Map<String, String> values) {
        var open = new HashMap<String, String>();
        var sealed = new HashMap<String, String>();
        values.forEach((name, value) -> {
            if (Template.ONE_TIME.contains(name)) {
                sealed.put(name, mailKeys.seal(value, Content.sealContext(name)));
            } else {
                open.put(name, value);
            }
        });
        return new Content(to, userId, template.name(), locale, open, sealed);
    }
}
