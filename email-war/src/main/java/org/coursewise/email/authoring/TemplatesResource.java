package org.coursewise.email.authoring;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.coursewise.email.message.ContentRules;
import org.coursewise.email.message.MessageId;
import org.coursewise.email.message.MessageIntake;
import org.coursewise.email.recipient.Recipients;
import org.coursewise.email.template.Renderer;
import org.coursewise.email.template.Template;
import org.coursewise.email.template.TemplateLint;
import org.coursewise.email.template.TemplateShelf;
import org.coursewise.email.template.Templates;
import org.coursewise.rest.caller.Caller;
import org.coursewise.rest.conditional.IfMatch;
import org.coursewise.rest.idempotency.Idempotent;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The texts of mails: look, change, try. */
@Path("/templates/{name}/{locale}")
@Tag(name = "Templates")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class TemplatesResource {

    private static final String NAME = "A template's name";
    private static final String LOCALE = "A language tag; no other stands in for it here";

    @Inject
    Templates templates;

    @Inject
    TemplateShelf shelf;

    @Inject
    Renderer renderer;

    @Inject
    ContentRules rules;

    @Inject
    Recipients recipients;

    @Inject
    MessageIntake intake;

    @Inject
    Caller caller;

    /** What an administrator writes. */
    @Schema(name = "TemplateRequest")
    record TemplateRequest(
            @NotBlank
            @Size(max = 200)
            @Pattern(regexp = "[^\\x00-\\x1f\\x7f]*", message = "must be one line")
            @Schema(examples = "Welcome to Coursewise")
            String subject,

            @NotBlank
            @Size(max = 65_536)
            @Schema(
                    description = "The plain mail, in Mustache",
                    examples = "Hello {{displayName}},\n\nit is good to have you here.")
            String text,

            @NotBlank
            @Size(max = 65_536)
            @Schema(
                    description =
                            "What stands inside the layout that all mails share, in Mustache; variables are escaped",
                    examples = "<p>Hello {{displayName}},</p><p>it is good to have you here.</p>")
            String html) {}

    /** A mail as it would be. */
    @Schema(name = "TemplatePreview")
    record Preview(
            @Schema(examples = "Welcome to Coursewise") String subject,
            @Schema(examples = "Hello Ada,") String text,

            @Schema(description = "A whole document", examples = "<!doctype html><p>Hello Ada,</p>")
            String html) {}

    @GET
    @Operation(summary = "A mail's texts")
    @APIResponse(responseCode = "200", description = "The latest version")
    @APIResponse(responseCode = "304", description = "As in If-None-Match")
    @APIResponse(responseCode = "404", description = "There is no such text in this very locale")
    public TemplateView get(
            @PathParam("name") @Parameter(description = NAME, example = "welcome") String name,
            @PathParam("locale") @Parameter(description = LOCALE, example = "de") String locale) {
        return TemplateView.of(found(name, locale));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change a mail's texts, or write them in another language",
            description = "It holds for mails that are not sent yet, at every replica within about a second. Earlier"
                    + " versions are kept. A variable that the mail's senders do not give, broken syntax and what"
                    + " would get around the escaping are refused, with the line.")
    @APIResponse(responseCode = "204", description = "Changed")
    @APIResponse(
            responseCode = "201",
            description = "There was none in this locale; now there is",
            content = @Content(schema = @Schema(implementation = TemplateView.class)))
    @APIResponse(responseCode = "404", description = "There is no mail of this name")
    public Response put(
            @PathParam("name") @Parameter(description = NAME, example = "welcome") String name,
            @PathParam("locale") @Parameter(description = "A language tag, such as de or de-AT", example = "de")
                    String locale,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid TemplateRequest request,
            @Context UriInfo uri) {
        var known = templates.variables(name).orElseThrow(() -> ProblemException.notFound("template"));
        var tag = Locale.forLanguageTag(locale).toLanguageTag();
        if (!tag.equals(locale)) {
            throw ProblemException.invalidInput("locale", "must be a language tag such as en or de-AT");
        }
        shelf.refresh();
        var before = templates.exactly(name, locale);
        before.ifPresent(template -> ifMatch.demand(Integer.toString(template.version())));
        var errors = new TemplateLint(known).check(request.subject(), request.text(), request.html());
        if (!errors.isEmpty()) {
            throw ProblemException.invalidInput(errors);
        }
        var version = before.map(Template::version).orElse(0) + 1;
        var changed = Template.of(name, locale, request.subject(), request.text(), request.html(), version);
        if (!shelf.put(changed)) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED, "It has changed since you read it. Read it again and repeat.");
        }
        return before.isPresent()
                ? Response.noContent().build()
                : Response.created(uri.getAbsolutePath())
                        .entity(TemplateView.of(changed))
                        .build();
    }

    @POST
    @Path("/previews")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "What a mail would look like", description = "Nothing is sent or kept.")
    @APIResponse(
            responseCode = "200",
            description = "Filled in",
            content = @Content(schema = @Schema(implementation = Preview.class)))
    @APIResponse(responseCode = "400", description = "A variable is missing or not known to the template")
    @APIResponse(responseCode = "404", description = "There is no such text in this very locale")
    public Preview preview(
            @PathParam("name") @Parameter(description = NAME, example = "welcome") String name,
            @PathParam("locale") @Parameter(description = LOCALE, example = "de") String locale,
            @NotNull @Valid TemplateVariables request) {
        var template = found(name, locale);
        rules.requireFit(template, request.orNone());
        var mail = renderer.render(template, request.orNone());
        return new Preview(mail.subject(), mail.text(), mail.html());
    }

    @POST
    @Idempotent
    @Path("/test-sends")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Have a mail sent to my own address",
            description = "Also when I have turned its category off.")
    @APIResponse(
            responseCode = "202",
            description = "On its way",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "400", description = "A variable is missing or not known to the template")
    @APIResponse(responseCode = "404", description = "There is no such text in this very locale")
    @APIResponse(responseCode = "409", description = "address-not-known: my account was made a moment ago")
    public Response testSend(
            @PathParam("name") @Parameter(description = NAME, example = "welcome") String name,
            @PathParam("locale") @Parameter(description = LOCALE, example = "de") String locale,
            @NotNull @Valid TemplateVariables request,
            @Context UriInfo uri) {
        var template = found(name, locale);
        var me = recipients.find(caller.id()).orElseThrow(NoAddressException::new);
        var content = rules.check(me.email(), me.userId(), template.name(), locale, request.orNone(), Map.of());
        var message = intake.accept(new MessageId(UUID.randomUUID()), content.asTrial());
        return Response.accepted()
                .location(uri.getBaseUriBuilder()
                        .path("messages")
                        .path(message.id().toString())
                        .build())
                .build();
    }

    private Template found(String name, String locale) {
        shelf.refresh();
        return templates.exactly(name, locale).orElseThrow(() -> ProblemException.notFound("template"));
    }
}
