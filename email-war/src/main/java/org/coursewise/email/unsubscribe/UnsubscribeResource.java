package org.coursewise.email.unsubscribe;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.coursewise.email.preference.Preferences;
import org.coursewise.email.recipient.Recipient;
import org.coursewise.email.recipient.Recipients;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What the List-Unsubscribe header of a mail leads to. A mail program posts by itself (RFC 8058); a link checker only
 * gets, which is why that changes nothing.
 */
@Path("/unsubscribe/{token}")
@Tag(name = "Notification preferences")
@PermitAll
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class UnsubscribeResource {

    private static final String HTML_IN_UTF8 = "text/html;charset=UTF-8";
    private static final String DEFAULT_LOCALE = "en";
    /** As a form in either of the two encodings that RFC 8058 allows. */
    private static final Pattern ONE_CLICK = Pattern.compile(
            "(?:^|&)List-Unsubscribe=One-Click(?:&|\\s*$)"
                    + "|name=\"?List-Unsubscribe\"?\\s*\\R(?:[^\\r\\n]+\\R)*\\ROne-Click\\s*\\R",
            Pattern.CASE_INSENSITIVE);

    @Inject
    UnsubscribeLinks links;

    @Inject
    UnsubscribePage page;

    @Inject
    Preferences preferences;

    @Inject
    Recipients recipients;

    /** How somebody stands to a kind of mail. */
    @Schema(name = "Subscription")
    record SubscriptionView(
            @Schema(
                    examples = "enrollment",
                    enumeration = {"enrollment", "recommendations"})
            String category,

            @Schema(description = "Whether such mails are sent", examples = "false")
            boolean subscribed) {}

    /** The form that RFC 8058 prescribes. */
    @Schema(name = "OneClick")
    record OneClick(
            @Schema(
                    name = "List-Unsubscribe",
                    enumeration = {"One-Click"})
            String listUnsubscribe) {}

    @GET
    @Operation(
            summary = "What an unsubscribe link would turn off",
            description = "Changes nothing. A browser is shown a page with a button that does.")
    @APIResponse(
            responseCode = "200",
            description = "The category of mails, and whether they are sent now",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = SubscriptionView.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "404", description = "Not a link of ours, or a key it needs is gone")
    public Response get(
            @PathParam("token") @Parameter(description = "As a mail's List-Unsubscribe header has it") String token,
            @Context Request request) {
        var about = read(token);
        return answer(about, preferences.wants(about.userId(), about.category()), request);
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Operation(
            summary = "Turn a category of mails off by the link in a mail",
            description = "RFC 8058: needs no log-in. A second time changes nothing.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                        schema = @Schema(implementation = OneClick.class)),
                @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = OneClick.class))
            })
    @APIResponse(
            responseCode = "200",
            description = "They are off",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = SubscriptionView.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "404", description = "Not a link of ours, or a key it needs is gone")
    public Response post(
            @PathParam("token") @Parameter(description = "As a mail's List-Unsubscribe header has it") String token,
            byte @Nullable [] form,
            @Context Request request) {
        var about = read(token);
        if (!isOneClick(form)) {
            throw ProblemException.invalidInput("List-Unsubscribe", "must be One-Click");
        }
        preferences.set(about.userId(), Map.of(about.category(), false));
        return answer(about, false, request);
    }

    static boolean isOneClick(byte @Nullable [] form) {
        return form != null
                && ONE_CLICK.matcher(new String(form, StandardCharsets.UTF_8)).find();
    }

    private Subscription read(String token) {
        return links.read(token).orElseThrow(() -> ProblemException.notFound("unsubscribe link"));
    }

    private Response answer(Subscription about, boolean subscribed, Request request) {
        var types = Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE)
                .build();
        var chosen = request.selectVariant(types);
        if (chosen != null && chosen.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE)) {
            var locale = recipients.find(about.userId()).map(Recipient::locale).orElse(DEFAULT_LOCALE);
            return Response.ok(page.html(about.category(), subscribed, locale), HTML_IN_UTF8)
                    .build();
        }
        return Response.ok(new SubscriptionView(about.category().wire(), subscribed), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
