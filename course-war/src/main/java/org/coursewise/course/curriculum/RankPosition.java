package org.coursewise.course.curriculum;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Where the next page begins: behind the member with this rank. */
record RankPosition(String rank) {

    // a cursor can be made by anybody: what the database is asked with stays small
    private static final Pattern RANK = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,300})?");

    RankPosition {
        if (!RANK.matcher(rank).matches()) {
            throw new IllegalArgumentException("no rank");
        }
    }

    static RankPosition of(BigDecimal rank) {
        return new RankPosition(rank.toPlainString());
    }

    BigDecimal value() {
        return new BigDecimal(rank);
    }
}
