package org.coursewise.course.imports;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.coursewise.imports.RowError;

/**
 * Puts staged rows into lists that have an order: sections into courses, lessons into sections. The staging table has the
 * columns line, id, owner (the list), place (from 1; null for one that stays where it is, or comes to the end), and what
 * the members say of themselves. To be used behind the locks of the courses.
 *
 * <p>Places are taken as they are; whoever stood there and is not in the file goes to the end. A list whose members stand
 * as the file says is left as it is. Members of the file that are there already count an edition when they change.
 */
final class StagedList {

    private static final int MOST = 1_000;

    /** Of two rows with one id the last one counts. */
    private static final String TWICE = """
            delete from {staged} as staged using {staged} as later where later.id = staged.id and later.line > staged.line
            """;

    private static final String ELSEWHERE = """
            delete from {staged} as staged using {list} as there
            where there.id = staged.id and there.{owner} <> staged.owner
            returning staged.line, 'id: is a {list} of another {of}'
            """;

    private static final String SAME_PLACE = """
            delete from {staged} as staged using {staged} as other
            where other.owner = staged.owner and other.place = staged.place and other.line < staged.line
            returning staged.line, 'position: another row has it'
            """;

    private static final String TOO_MANY = """
            delete from {staged} as staged using (
                select line, row_number() over (partition by owner order by line) as nth,
                    (select count(*) from {list} as there where there.{owner} = new.owner) as there
                from {staged} as new where not exists (select 1 from {list} as known where known.id = new.id)) as added
            where added.line = staged.line and nth + there > {most}
            returning staged.line, '{column}: has {most} {list}s already'
            """;

    private static final String LEAVE = """
            update {staged} as staged set place = null
            from (select wanted.owner from {staged} as wanted left join (
                    select id, rank, row_number() over (partition by {owner} order by rank, id) as position
                    from {list} where {owner} in (select owner from {staged})) as there on there.id = wanted.id
                where wanted.place is not null group by wanted.owner
                having bool_and(coalesce(there.rank = wanted.place, false))
                    or bool_and(coalesce(there.position = wanted.place, false))) as kept
            where kept.owner = staged.owner
            """;

    /** Ranks become the positions that are shown, so that places can be compared with them. */
    private static final String SPREAD = """
            update {list} as there set rank = spread.position
            from (select id, row_number() over (partition by {owner} order by rank, id) as position from {list}
                where {owner} in (select owner from {staged} where place is not null)) as spread
            where there.id = spread.id and there.rank <> spread.position
            """;

    private static final String LAST = """
            (select owner, greatest(max(place), (select coalesce(floor(max(rank)), 0) from {list} as there
                    where there.{owner} = {staged}.owner)) as rank
                from {staged} group by owner) as last
            """;

    private static final String MAKE_ROOM = """
            update {list} as there set rank = last.rank + aside.step
            from (select id, {owner} as owner, row_number() over (partition by {owner} order by rank, id) as step
                    from {list} as standing
                    where exists (select 1 from {staged} as staged where staged.owner = standing.{owner}
                            and staged.place = standing.rank)
                        and not exists (select 1 from {staged} as staged where staged.id = standing.id
                            and staged.place is not null)) as aside,
                {last}
            where there.id = aside.id and last.owner = aside.owner
            """;

    private static final String CHANGE = """
            update {list} as there set ({columns}, rank, version) = row ({values}, coalesce(staged.place, there.rank), version + 1)
            from {staged} as staged
            where there.id = staged.id and ({theirs}, there.rank) is distinct from ({values}, coalesce(staged.place, there.rank))
            """;

    private static final String ADD = """
            insert into {list} (id, {owner}, rank, {columns})
            select staged.id, staged.owner, coalesce(staged.place, last.rank
                    + row_number() over (partition by staged.owner, staged.place is null order by staged.line)), {new}
            from {staged} as staged join {last}
                on last.owner = staged.owner
            where not exists (select 1 from {list} as there where there.id = staged.id)
            """;

    private final String list;
    private final String owner;
    private final String of;
    private final String column;
    private final List<String> columns;

    /**
     * @param list the table of the members
     * @param of what the lists are of
     * @param column of the file that names the list
     * @param columns what a member says of itself: where the file does not, one that is there keeps what it has
     */
    StagedList(String list, String of, String column, String... columns) {
        this.list = list;
        this.owner = of + "_id";
        this.of = of;
        this.column = column;
        this.columns = List.of(columns);
    }

    /** Adds those that cannot be taken to the wrong ones. */
    void write(Statement statement, List<RowError> wrong) throws SQLException {
        statement.executeUpdate(sql(TWICE));
        for (var deletion : List.of(ELSEWHERE, SAME_PLACE, TOO_MANY)) {
            StagedRows.refuse(statement, sql(deletion), wrong);
        }
        for (var update : List.of(LEAVE, SPREAD, MAKE_ROOM, CHANGE, ADD)) {
            statement.executeUpdate(sql(update));
        }
    }

    private String sql(String template) {
        return template.replace("{last}", LAST)
                .replace("{staged}", "staged_" + list)
                .replace("{list}", list)
                .replace("{owner}", owner)
                .replace("{of}", of)
                .replace("{column}", column)
                .replace("{most}", Integer.toString(MOST))
                .replace("{columns}", listed("%1$s"))
                .replace("{theirs}", listed("there.%1$s"))
                .replace("{values}", listed("coalesce(staged.%1$s, there.%1$s)"))
                .replace("{new}", listed("coalesce(staged.%1$s, '')"));
    }

    private String listed(String each) {
        return columns.stream().map(each::formatted).collect(Collectors.joining(", "));
    }
}
