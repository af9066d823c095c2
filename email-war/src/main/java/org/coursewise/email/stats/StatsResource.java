package org.coursewise.email.stats;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.coursewise.email.message.MessageCounts;
import org.coursewise.email.message.MessageStatus;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How mails are doing. */
@Path("/stats")
@Tag(name = "Statistics")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class StatsResource {

    private static final int DEFAULT_DAYS = 7;
    private static final int MOST_DAYS = 92;
    private static final int MOST_DOMAINS = 100;

    @Inject
    MessageCounts counts;

    @Inject
    Clock clock;

    /** How many messages are in each state. */
    @Schema(name = "MessageCounts")
    record Row(
            @Schema(description = "A template, a day (UTC) or a domain", examples = "welcome")
            String key,

            @Schema(examples = "0") long queued,
            @Schema(examples = "0") long sending,
            @Schema(examples = "120") long sent,
            @Schema(examples = "1") long deferred,
            @Schema(examples = "2") long bounced,
            @Schema(examples = "3") long suppressed,
            @Schema(examples = "0") long failed) {

        static Row of(Map.Entry<String, Map<MessageStatus, Long>> entry) {
            var found = entry.getValue();
            return new Row(
                    entry.getKey(),
                    found.getOrDefault(MessageStatus.QUEUED, 0L),
                    found.getOrDefault(MessageStatus.SENDING, 0L),
                    found.getOrDefault(MessageStatus.SENT, 0L),
                    found.getOrDefault(MessageStatus.DEFERRED, 0L),
                    found.getOrDefault(MessageStatus.BOUNCED, 0L),
                    found.getOrDefault(MessageStatus.SUPPRESSED, 0L),
                    found.getOrDefault(MessageStatus.FAILED, 0L));
        }

        long all() {
            return queued + sending + sent + deferred + bounced + suppressed + failed;
        }
    }

    /** Messages that were accepted in a time. */
    @Schema(name = "MessageStats")
    record Stats(
            @Schema(description = "The first day", examples = "2026-11-20")
            LocalDate from,

            @Schema(description = "The last day", examples = "2026-11-26")
            LocalDate to,

            List<Row> byTemplate,
            List<Row> byDay,

            @Schema(
                    description = "The " + MOST_DOMAINS
                            + " with the most messages, these first; without mails to people who are gone")
            List<Row> byDomain) {}

    @GET
    @Operation(
            summary = "How many messages stand where, by template, day and domain",
            description =
                    "Of those accepted from one day to another (UTC), both included, at most " + MOST_DAYS + " days.")
    @APIResponse(responseCode = "200", description = "Counts by state")
    @APIResponse(responseCode = "400", description = "A bad day, or too many of them")
    public Stats get(
            @QueryParam("from")
                    @Parameter(
                            description = "The first day; six days before the last when absent",
                            example = "2026-11-20",
                            schema = @Schema(implementation = LocalDate.class))
                    @Nullable
                    String from,
            @QueryParam("to")
                    @Parameter(
                            description = "The last day; today when absent",
                            example = "2026-11-26",
                            schema = @Schema(implementation = LocalDate.class))
                    @Nullable
                    String to) {
        var last = to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : day("to", to);
        var first = from == null ? last.minusDays(DEFAULT_DAYS - 1L) : day("from", from);
        var begin = start(first);
        var end = start(last.plusDays(1));
        var days = Duration.between(begin, end).toDays();
        if (days < 1 || days > MOST_DAYS) {
            throw ProblemException.invalidInput("from", "must be at most " + MOST_DAYS + " days before to");
        }
        var byDomain = rows(MessageCounts.By.DOMAIN, begin, end).stream()
                .sorted(Comparator.comparing(Row::all).reversed())
                .limit(MOST_DOMAINS)
                .toList();
        return new Stats(
                first,
                last,
                rows(MessageCounts.By.TEMPLATE, begin, end),
                rows(MessageCounts.By.DAY, begin, end),
                byDomain);
    }

    private List<Row> rows(MessageCounts.By by, Instant from, Instant to) {
        return counts.count(by, from, to).entrySet().stream().map(Row::of).toList();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate day(String field, String text) {
        try {
            // of four digits: no database keeps others
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            // falls through to the same complaint
        }
        throw ProblemException.invalidInput(field, "must be a day such as 2026-11-26");
    }
}
