package org.coursewise.course.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RanksTest {

    @Test
    void theFirstOfAListIsOne() {
        assertThat(ranks().at(null)).isEqualByComparingTo("1");
        assertThat(ranks().at(1)).isEqualByComparingTo("1");
        assertThat(ranks().at(7)).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1.5", "3, 2.25", "4, 3", "99, 3", ", 3"})
    void whoComesStandsBetweenItsNeighbours(@Nullable Integer position, String rank) {
        assertThat(ranks("1", "2", "2.5").at(position)).isEqualByComparingTo(rank);
    }

    @Test
    void manyAtOnePlaceFindRoomUntilItIsTimeToSpreadThem() {
        for (var position : List.of(1, 2)) {
            var members =
                    new ArrayList<>(Stream.of("1", "2").map(BigDecimal::new).toList());
            var count = 0;
            while (count < 1_000) {
                var rank = new Ranks(members).at(position);
                if (Ranks.isTooFine(rank)) {
                    break;
                }
                members.add(position - 1, rank);
                count++;
            }
            assertThat(members).isSorted().doesNotHaveDuplicates();
            assertThat(count).as("before it is too fine").isGreaterThan(150);
        }
    }

    @Test
    void whateverTheOrderOfComingEveryoneStandsWhereTheyWanted() {
        var random = new Random(7);
        var members = new ArrayList<BigDecimal>();
        for (var i = 0; i < 300; i++) {
            var position = random.nextInt(members.size() + 1) + 1;
            members.add(position - 1, new Ranks(members).at(position));
        }
        assertThat(members).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aCursorHoldsARankAndNothingElse() {
        var rank = new BigDecimal("-12.0625");
        assertThat(RankPosition.of(rank).value()).isEqualByComparingTo(rank);
        for (var text : List.of("", "1e999999999", "NaN", "9".repeat(31), "1.", "; drop table lesson")) {
            assertThat(catchThrowable(() -> new RankPosition(text)))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Ranks ranks(String... inOrder) {
        return new Ranks(Stream.of(inOrder).map(BigDecimal::new).toList());
    }
}
