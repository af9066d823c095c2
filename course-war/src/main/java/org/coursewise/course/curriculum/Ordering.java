package org.coursewise.course.curriculum;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.UUID;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Who comes where in a list; to be asked behind the lock of the course. */
@ApplicationScoped
class Ordering {

    private static final int MOST = 1_000;

    @Inject
    Sql sql;

    /** A list that has an order. */
    enum OrderedList {
        SECTIONS("section", "course_id"),
        LESSONS("lesson", "section_id");

        private final String ranks;
        private final String spread;

        OrderedList(String table, String owner) {
            ranks = "select rank from " + table + " where " + owner
                    + " = ? and id is distinct from ?::uuid order by rank, id";
            spread = "update " + table + " set rank = spread.place from"
                    + " (select id, row_number() over (order by rank, id) as place from " + table + " where " + owner
                    + " = ?) as spread where " + table + ".id = spread.id";
        }
    }

    /**
     * The rank for a new member.
     *
     * @throws ProblemException 409 when the list has a thousand already
     */
    BigDecimal forNew(OrderedList list, UUID owner, @Nullable Integer position) {
        if (ranks(list, owner, null).inOrder().size() >= MOST) {
            throw new ProblemException(ProblemType.CONFLICT, "There are " + MOST + " already; begin another one.");
        }
        return rank(list, owner, null, position);
    }

    /** The rank that brings a member to another position among the others. */
    BigDecimal forMoved(OrderedList list, UUID owner, UUID moved, @Nullable Integer position) {
        return rank(list, owner, moved, position);
    }

    private BigDecimal rank(OrderedList list, UUID owner, @Nullable UUID moved, @Nullable Integer position) {
        var rank = ranks(list, owner, moved).at(position);
        if (!Ranks.isTooFine(rank)) {
            return rank;
        }
        sql.update(list.spread, owner);
        return ranks(list, owner, moved).at(position);
    }

    private Ranks ranks(OrderedList list, UUID owner, @Nullable UUID without) {
        return new Ranks(sql.query(list.ranks, row -> row.getBigDecimal(1), owner, without));
    }
}
