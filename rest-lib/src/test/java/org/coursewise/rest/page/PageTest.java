package org.coursewise.rest.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.coursewise.rest.problem.ProblemException;
import org.junit.jupiter.api.Test;

class PageTest {

    record Position(Instant at, String id) {}

    record OtherPosition(Instant at, String id) {}

    private static final Position A = new Position(Instant.parse("2026-01-01T00:00:00.123456Z"), "a");
    private static final Position B = new Position(Instant.EPOCH, "b");

    @Test
    void theRowTooManyMakesACursorThatLeadsAfterTheLastOneShown() {
        var page = Page.of(List.of(A, B), PageRequest.of("1", null), row -> row);
        assertThat(page.items()).containsExactly(A);
        assertThat(PageRequest.of(null, page.nextCursor()).after(Position.class))
                .contains(A);
    }

    @Test
    void theLastPageHasNoCursor() {
        assertThat(Page.of(List.of(A, B), PageRequest.of("2", null), row -> row).nextCursor())
                .isNull();
    }

    @Test
    void everyChangedCharacterIsSeen() {
        var cursor = Cursor.of(A);
        for (var i = 0; i < cursor.length(); i++) {
            var edited = cursor.substring(0, i) + (cursor.charAt(i) == 'A' ? 'Q' : 'A') + cursor.substring(i + 1);
            var request = PageRequest.of(null, edited);
            assertThatThrownBy(() -> request.after(Position.class)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void aCursorThatLacksSomethingIsRefused() {
        var request = PageRequest.of(null, Cursor.of(new Position(A.at(), null)));
        assertThatThrownBy(() -> request.after(Position.class)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        var request = PageRequest.of(null, Cursor.of(A));
        assertThatThrownBy(() -> request.after(OtherPosition.class)).isInstanceOf(ProblemException.class);
    }
}
