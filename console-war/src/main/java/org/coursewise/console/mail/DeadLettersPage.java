package org.coursewise.console.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.jspecify.annotations.Nullable;

/** {@code /mail/dead-letters?cursor}: what could not be handled, and with {@code replayed} and {@code at} what came of trying again. */
@Named("mailDeadLetters")
@RequestScoped
public class DeadLettersPage {

    @Inject
    Api api;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private List<DeadLetter> rows = List.of();
    private @Nullable String nextCursor;
    private @Nullable DeadLetter replayed;
    private @Nullable DeadLetter again;

    public void load() {
        var answer = api.get(Call.to("dead-letters").with("cursor", request.getParameter("cursor")));
        rows = answer.items().stream().map(DeadLetter::new).toList();
        nextCursor = answer.nextCursor();
        var id = request.getParameter("replayed");
        replayed = rows.stream()
                .filter(letter -> letter.id().equals(id))
                .findFirst()
                .orElse(null);
        var first = replayed;
        again = first == null
                ? null
                : moment().flatMap(at -> rows.stream()
                                .filter(letter -> letter.isAgain(first, at))
                                .findFirst())
                        .orElse(null);
    }

    public String replay() {
        var id = Optional.ofNullable(request.getParameter("letter")).orElse("-");
        var now = clock.instant();
        api.post(Call.to("dead-letters", id, "replays"), null);
        return "/mail/dead-letters?faces-redirect=true&replayed=" + id + "&at=" + now;
    }

    /** Whose replay is asked about; also after the API has refused it. */
    public String getAsked() {
        return Optional.ofNullable(request.getParameter("ask"))
                .or(() -> Optional.ofNullable(request.getParameter("letter")))
                .orElse("");
    }

    private Optional<Instant> moment() {
        try {
            return Optional.ofNullable(request.getParameter("at")).map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public List<DeadLetter> getRows() {
        return rows;
    }

    public @Nullable String getNextCursor() {
        return nextCursor;
    }

    /** The one that has just been tried again, if that is why the page is shown. */
    public @Nullable DeadLetter getReplayed() {
        return replayed;
    }

    /** Its new dead letter, if it failed again. */
    public @Nullable DeadLetter getAgain() {
        return again;
    }
}
