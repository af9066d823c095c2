package org.coursewise.email.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.coursewise.address.EmailAddress;
import org.coursewise.email.MongoServerOfTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SuppressionsIT {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final EmailAddress ADA = new EmailAddress("Ada@example.org");

    @RegisterExtension
    static final MongoServerOfTests MONGO = new MongoServerOfTests();

    private Suppressions suppressions;

    @BeforeEach
    void emptyDatabase() {
        suppressions = new Suppressions(MONGO.database());
    }

    @Test
    void anAddressIsSuppressedOnceHoweverItIsSpelt() {
        assertThat(suppressions.add(ADA, "asked us", NOON)).isTrue();
        assertThat(suppressions.add(new EmailAddress("ada@example.org"), "again", NOON.plusSeconds(1)))
                .isFalse();

        assertThat(suppressions.find(new EmailAddress("ADA@example.org")))
                .contains(new Suppression(ADA, "asked us", NOON));
        assertThat(suppressions.remove(new EmailAddress("aDa@example.org"))).isTrue();
        assertThat(suppressions.remove(ADA)).isFalse();
        assertThat(suppressions.find(ADA)).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        IntStream.range(0, 5)
                .forEach(i ->
                        suppressions.add(new EmailAddress("a" + i + "@example.org"), "r", NOON.plusSeconds(i / 2)));

        var first = suppressions.list(null, 3);
        var second = suppressions.list(SuppressionCursor.of(first.get(2)), 3);

        assertThat(first)
                .extracting(found -> found.address().value())
                .containsExactly("a4@example.org", "a3@example.org", "a2@example.org");
        assertThat(second)
                .extracting(found -> found.address().value())
                .containsExactly("a1@example.org", "a0@example.org");
    }
}
