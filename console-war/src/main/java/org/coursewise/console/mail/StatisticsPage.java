package org.coursewise.console.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.Call;
import org.coursewise.console.layout.Plot;
import org.coursewise.console.layout.Plot.Line;
import org.coursewise.console.layout.Texts;
import org.coursewise.console.web.Language;

/** {@code /mail/statistics?from&to}: how mails have been doing, by day, template and domain. */
@Named("mailStatistics")
@RequestScoped
public class StatisticsPage {

    private static final int DAYS_AT_FIRST = 28;
    private static final int PER_CENT = 100;

    @Inject
    Api api;

    @Inject
    Clock clock;

    @Inject
    MailWords words;

    @Inject
    HttpServletRequest request;

    private String from = "";
    private String to = "";
    private List<MailFigures> days = List.of();
    private List<MailFigures> templates = List.of();
    private List<MailFigures> domains = List.of();
    private FieldComplaints complaints = FieldComplaints.NONE;

    public void load() {
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        to = asked("to", today.toString());
        from = asked("from", firstBefore(to, today));
        try {
            var stats = api.get(Call.to("stats").with("from", from).with("to", to));
            days = MailFigures.daily(
                    MailFigures.of(stats.list("byDay")),
                    LocalDate.parse(String.valueOf(stats.text("from"))),
                    LocalDate.parse(String.valueOf(stats.text("to"))));
            templates = MailFigures.of(stats.list("byTemplate")).stream()
                    .sorted(Comparator.comparing(MailFigures::all).reversed())
                    .toList();
            domains = MailFigures.of(stats.list("byDomain"));
        } catch (ApiException e) {
            complaints = FieldComplaints.of(e.problem());
            if (!complaints.areAllOf("from", "to")) {
                throw e;
            }
        }
    }

    private static String firstBefore(String last, LocalDate today) {
        try {
            return LocalDate.parse(last).minusDays(DAYS_AT_FIRST - 1L).toString();
        } catch (DateTimeException e) {
            // the API says what is wrong with the other
            return today.toString();
        }
    }

    private String asked(String name, String otherwise) {
        var value = request.getParameter(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    public String getPlot() {
        return plot(
                line(words.status("sent"), MailFigures::sent),
                line(words.status("deferred"), MailFigures::deferred),
                line(words.status("bounced"), MailFigures::bounced),
                line(words.status("failed"), MailFigures::failed),
                line(words.status("suppressed"), MailFigures::suppressed));
    }

    /** In per cent. */
    public String getBouncePlot() {
        return plot(line(
                Texts.of("mail", Language.of(request)).get("statistics.bounce-share"),
                day -> PER_CENT * day.bounceShare()));
    }

    private String plot(Line... lines) {
        return new Plot("", days.stream().map(MailFigures::key).toList(), List.of(lines)).json();
    }

    private Line line(String name, Function<MailFigures, Number> figure) {
        return new Line(name, days.stream().map(figure).toList());
    }

    public MailFigures getSum() {
        return MailFigures.sum(days);
    }

    public List<MailFigures> getDays() {
        return days;
    }

    public List<MailFigures> getTemplates() {
        return templates;
    }

    public List<MailFigures> getDomains() {
        return domains;
    }

    public FieldComplaints getComplaints() {
        return complaints;
    }

    public String getFrom() {
        return from;
    }

    public String getTo() {
        return to;
    }
}
