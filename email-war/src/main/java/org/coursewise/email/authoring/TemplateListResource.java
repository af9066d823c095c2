package org.coursewise.email.authoring;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coursewise.email.preference.Category;
import org.coursewise.email.template.Template;
import org.coursewise.email.template.TemplateShelf;
import org.coursewise.email.template.Templates;
import org.coursewise.rest.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which mails there are, and in which languages. */
@Path("/templates")
@Tag(name = "Templates")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class TemplateListResource {

    @Inject
    Templates templates;

    @Inject
    TemplateShelf shelf;

    /** A mail in one language, without its texts. */
    @Schema(name = "ListedTemplate")
    record ListedTemplate(
            @Schema(examples = "welcome") String name,

            @Schema(examples = "de") String locale,

            @Schema(examples = "Willkommen bei Coursewise") String subject,

            @Schema(description = "1 as released; one more with each change", examples = "1")
            int version,

            @Schema(description = "Whether an administrator wrote it; else it is as released", examples = "false")
            boolean customized,

            @Schema(
                    description = "What people turn off who want no mail of this name; security can not be turned off",
                    enumeration = {"security", "enrollment", "recommendations"},
                    examples = "enrollment")
            String category) {}

    @GET
    @Operation(summary = "The mails there are, in every language they are written in")
    @APIResponse(responseCode = "200", description = "All in one page, by name and locale")
    public Page<ListedTemplate> list() {
        shelf.refresh();
        return new Page<>(templates.all().stream().map(this::listed).toList(), null);
    }

    private ListedTemplate listed(Template template) {
        return new ListedTemplate(
                template.name(),
                template.locale(),
                template.subject(),
                template.version(),
                templates.isCustomized(template),
                Category.of(template.name()).wire());
    }
}
