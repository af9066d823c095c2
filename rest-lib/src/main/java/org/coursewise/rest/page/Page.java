package org.coursewise.rest.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. A resource returns it as it is; the {@code Link} header follows by itself.
 *
 * @param nextCursor opaque, to be sent back as {@code cursor}; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) implements Paged {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes the page out of {@link PageRequest#rowsToFetch()} rows: the one row too many tells that there is a next page.
     *
     * @param position what a row is sorted by, down to its id, so that the next page begins after it; a record
     */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<? super T, ? extends Record> position) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, request.limit());
        return new Page<>(items, Cursor.of(position.apply(items.get(items.size() - 1))));
    }

    /** The same page of something else, such as rows shown as wire types. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), nextCursor);
    }
}
