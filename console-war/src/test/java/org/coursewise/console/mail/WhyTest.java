package org.coursewise.console.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.coursewise.console.layout.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sent | 250 OK | SENT",
                "deferred | No answer from the SMTP server in time | UNREACHABLE",
                "deferred | Connection refused | UNREACHABLE",
                "deferred | 535 5.7.8 Authentication failed | LOG_IN",
                "deferred | 450 4.2.0 Greylisted | LATER",
                "deferred | 452 4.2.2 Mailbox full | FULL",
                "bounced | 550 5.1.1 No such user here | NO_MAILBOX",
                "bounced | 550 5.1.10 Null MX | NO_MAILBOX",
                "bounced | 550 5.1.8 Bad sender | REFUSED",
                "bounced | 552 5.2.2 Over quota | FULL",
                "bounced | 550 5.7.1 Looks like spam | POLICY",
                "bounced | 554 Transaction failed | POLICY",
                "suppressed | The address is suppressed: 550 5.1.1 gone | ON_THE_LIST",
                "suppressed | Mails of the category enrollment are not wanted | NOT_WANTED",
                "failed | The recipient's account was deleted | ACCOUNT_GONE",
                "failed | Template welcome: displayName is missing | TEMPLATE",
                "failed | A sealed variable cannot be opened: no key | SECRET",
                "failed | 450 4.2.0 Greylisted | GIVEN_UP"
            })
    void theReplyTellsWhy(String status, String reply, Why why) {
        assertThat(Why.of(status, reply)).isEqualTo(why);
    }

    @Test
    void whatNobodyGaveAReasonForIsToldToo() {
        assertThat(Why.of("failed", null)).isEqualTo(Why.FAILED);
        assertThat(Why.of("deferred", null)).isEqualTo(Why.UNREACHABLE);
    }

    @Test
    void eachHasASentenceAndSomethingToDoInBothLanguages() {
        for (var language : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            var texts = Texts.of("mail", language);
            assertThat(Arrays.stream(Why.values()).map(Why::key))
                    .allMatch(key -> texts.has(key) && texts.has(key + ".do"));
        }
    }
}
