package org.coursewise.email.authoring;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.coursewise.email.template.Template;
import org.coursewise.rest.conditional.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text as clients see it. */
@Schema(name = "Template")
record TemplateView(
        @Schema(examples = "welcome") String name,

        @Schema(examples = "de") String locale,

        @Schema(examples = "Willkommen bei Coursewise") String subject,

        @Schema(description = "The plain mail", examples = "Guten Tag {{displayName}},")
        String text,

        @Schema(
                description = "What stands inside the layout that all mails share",
                examples = "<p>Guten Tag {{displayName}},</p>")
        String html,

        @Schema(description = "1 as released; one more with each change", examples = "1")
        int version,

        @Schema(
                description =
                        "What is given to make a mail of it; of a digest, courses after the first and reasons may be left out",
                examples = "[\"displayName\"]")
        List<String> variables)
        implements Versioned {

    static TemplateView of(Template template) {
        return new TemplateView(
                template.name(),
                template.locale(),
                template.subject(),
                template.text(),
                template.html(),
                template.version(),
                template.variables());
    }

    @Override
    @JsonIgnore
    @Schema(hidden = true)
    public String etag() {
        return Integer.toString(version);
    }
}
