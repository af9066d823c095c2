package org.coursewise.email.message;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client asks for. */
@Schema(name = "MessageRequest")
record NewMessage(
        @NotBlank @Size(max = 320) @Schema(description = "One address, without a name", examples = "ada@example.org")
        String to,

        @NotBlank @Size(max = 100) @Schema(examples = "welcome")
        String template,

        @Pattern(
                regexp = "[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*",
                message = "must be a language tag such as en or de-AT")
        @Size(max = 35)
        @Schema(description = "en when absent; de-AT falls back to de, then en", examples = "de")
        @Nullable
        String locale,

        @Size(max = 50)
        @Schema(
                description = "What the template asks for, by name; one-time links are kept sealed until they are sent",
                examples = "{\"displayName\": \"Ada Lovelace\"}")
        @Nullable
        Map<@NotBlank @Size(max = 100) String, @NotNull String> variables) {

    private static final String DEFAULT_LOCALE = "en";

    String localeOrDefault() {
        return locale == null ? DEFAULT_LOCALE : locale;
    }

    Map<String, String> variablesOrNone() {
        return variables == null ? Map.of() : variables;
    }
}
