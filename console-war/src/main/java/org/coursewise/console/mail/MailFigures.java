package org.coursewise.console.mail;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many mails stand where.
 *
 * @param key a day, a template or a domain
 */
public record MailFigures(
        String key, long queued, long sending, long sent, long deferred, long bounced, long suppressed, long failed) {

    static MailFigures of(Map<String, Object> row) {
        return new MailFigures(
                String.valueOf(row.get("key")),
                count(row, "queued"),
                count(row, "sending"),
                count(row, "sent"),
                count(row, "deferred"),
                count(row, "bounced"),
                count(row, "suppressed"),
                count(row, "failed"));
    }

    static List<MailFigures> of(List<Map<String, Object>> rows) {
        return rows.stream().map(MailFigures::of).toList();
    }

    /** Each day of a time, also those without a mail, which the API leaves out. */
    static List<MailFigures> daily(List<MailFigures> days, LocalDate from, LocalDate to) {
        var byDay = new HashMap<String, MailFigures>();
        days.forEach(day -> byDay.put(day.key(), day));
        return from.datesUntil(to.plusDays(1))
                .map(LocalDate::toString)
                .map(day -> byDay.getOrDefault(day, new MailFigures(day, 0, 0, 0, 0, 0, 0, 0)))
                .toList();
    }

    static MailFigures sum(List<MailFigures> rows) {
        return rows.stream()
                .reduce(
                        new MailFigures("", 0, 0, 0, 0, 0, 0, 0),
                        (a, b) -> new MailFigures(
                                "",
                                a.queued + b.queued,
                                a.sending + b.sending,
                                a.sent + b.sent,
                                a.deferred + b.deferred,
                                a.bounced + b.bounced,
                                a.suppressed + b.suppressed,
                                a.failed + b.failed));
    }

    public long all() {
        return queued + sending + sent + deferred + bounced + suppressed + failed;
    }

    public long waiting() {
        return queued + sending;
    }

    /** Bounced mails among those that a mail server was asked to take and said yes or no to; 0 where there are none. */
    public double bounceShare() {
        return sent + bounced == 0 ? 0 : (double) bounced / (sent + bounced);
    }

    private static long count(Map<String, Object> row, String state) {
        return row.get(state) instanceof Number number ? number.longValue() : 0;
    }
}
