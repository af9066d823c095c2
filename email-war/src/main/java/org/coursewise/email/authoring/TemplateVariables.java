package org.coursewise.email.authoring;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a text is to be filled in with. */
@Schema(name = "TemplateVariables")
record TemplateVariables(
        @Size(max = 50)
        @Schema(description = "What the template asks for, by name", examples = "{\"displayName\": \"Ada Lovelace\"}")
        @Nullable
        Map<@NotBlank @Size(max = 100) String, @NotNull String> variables) {

    Map<String, String> orNone() {
        return variables == null ? Map.of() : variables;
    }
}
