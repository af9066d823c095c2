package org.coursewise.course.curriculum;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ranks of a list's members, ascending. There is room between any two, so that whoever comes or moves gets a rank of
 * its own and all others keep theirs: a reader who is in the middle of the list goes on behind the same member.
 */
record Ranks(List<BigDecimal> inOrder) {

    /** Decimals; so many are reached after some hundred members that were put at the same place, one after the other. */
    private static final int FINEST = 200;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    Ranks {
        inOrder = List.copyOf(inOrder);
    }

    /**
     * The rank of one that comes to a position.
     *
     * @param position from 1; null or one behind the end is the end
     */
    BigDecimal at(@Nullable Integer position) {
        var size = inOrder.size();
        if (size == 0) {
            return BigDecimal.ONE;
        }
        if (position == null || position > size) {
            return inOrder.get(size - 1).setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
        }
        var next = inOrder.get(position - 1);
        if (position == 1) {
            return next.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
        }
        return inOrder.get(position - 2).add(next).multiply(HALF).stripTrailingZeros();
    }

    /** Whether it is time to spread the list anew. */
    static boolean isTooFine(BigDecimal rank) {
        return rank.scale() > FINEST;
    }
}
