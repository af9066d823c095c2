package org.coursewise.console.apidocs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api-docs/operation?service&id}: what one operation is for, and a form that calls it. The call is made from here, as
 * the person who is signed in: their token never comes to the browser.
 */
@Named("apiOperation")
@RequestScoped
public class OperationPage {

    private static final String BODY = "body";

    /** Headers that are not the caller's to set. */
    private static final Set<String> OURS = Set.of("authorization", "host", "content-length", "connection");

    @Inject
    Api api;

    @Inject
    HttpServletRequest request;

    private String service = "";
    private String id = "";
    private @Nullable Operation operation;
    private @Nullable Reply reply;

    public void load() {
        operation = found();
    }

    private Operation found() {
        // a name that no document has is asked for as such, so that the API says there is none
        return Document.of(service, api)
                .operation(id)
                .orElseGet(() -> Document.of("-", api).operations().get(0));
    }

    public void send() {
        var asked = found();
        var begun = System.nanoTime();
        var answer = api.raw(call(asked), asked.verb(), headers(asked), body(asked));
        reply = Reply.of(answer, (System.nanoTime() - begun) / 1_000_000);
    }

    private Call call(Operation asked) {
        var parts = Arrays.stream(asked.path().substring(1).split("/", -1))
                .map(part -> part.startsWith("{") ? typed("in.path." + part.substring(1, part.length() - 1)) : part)
                .toArray(String[]::new);
        var call = Call.atRoot(parts);
        for (var parameter : asked.parameters()) {
            if (parameter.in().equals("query")) {
                call = call.with(parameter.name(), typed(parameter.key()));
            }
        }
        return call;
    }

    private Map<String, String> headers(Operation asked) {
        var headers = new HashMap<String, String>();
        for (var parameter : asked.parameters()) {
            var value = typed(parameter.key()).strip();
            if (parameter.in().equals("header")
                    && !value.isEmpty()
                    && !OURS.contains(parameter.name().toLowerCase(Locale.ROOT))) {
                headers.put(parameter.name(), value);
            }
        }
        headers.put("Accept", "*/*");
        if (!typed(BODY).isEmpty()) {
            asked.body().ifPresent(body -> headers.put("Content-Type", body.type()));
        }
        return headers;
    }

    private BodyPublisher body(Operation asked) {
        var text = typed(BODY);
        return text.isEmpty() || asked.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(text);
    }

    private String typed(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    /** What stands in an input: what was typed, else an example where the call needs one. */
    public String value(Operation.Parameter parameter) {
        var typed = request.getParameter(parameter.key());
        return typed != null ? typed : "";
    }

    public String bodyText(Operation.Body body) {
        return Optional.ofNullable(request.getParameter(BODY)).orElse(body.example());
    }

    public @Nullable Operation getOperation() {
        return operation;
    }

    public @Nullable Reply getReply() {
        return reply;
    }

    public String getService() {
        return service;
    }

    public void setService(@Nullable String service) {
        this.service = service == null ? "" : service;
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id == null ? "" : id;
    }
}
