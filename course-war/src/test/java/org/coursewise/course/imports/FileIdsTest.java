package org.coursewise.course.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.coursewise.csv.BadRowException;
import org.junit.jupiter.api.Test;

class FileIdsTest {

    @Test
    void theSameFileMakesTheSameIdsAndEachRowHasItsOwn() throws IOException {
        var rows = "C,Twice,\nC,Twice,\nC,Once,\nD,Twice,\n";
        var ids = ids("section", rows);
        assertThat(ids).doesNotHaveDuplicates().hasSize(4);
        assertThat(ids("section", rows)).isEqualTo(ids);
        assertThat(ids("lesson", rows)).doesNotContainAnyElementsOf(ids);
        assertThat(ids("section", "D,Twice,\nC,Once,\n")).isEqualTo(List.of(ids.get(3), ids.get(2)));
    }

    @Test
    void anIdThatIsGivenIsTheRowsAndCountsForNoOther() throws IOException {
        var given = UUID.randomUUID();
        var ids = ids("section", "C,Twice," + given + "\nC,Twice,\n");
        assertThat(ids).isEqualTo(List.of(given, ids("section", "C,Twice,\n").get(0)));
    }

    @Test
    void anythingElseIsNoId() {
        for (var cell : List.of("1-2-3-4-5", "one", "{0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9a77}")) {
            assertThatThrownBy(() -> ids("section", "C,Title," + cell + "\n"))
                    .isInstanceOf(BadRowException.class)
                    .hasMessage("id: must be a UUID");
        }
    }

    private static List<UUID> ids(String kind, String rows) throws IOException {
        var ids = new FileIds(kind);
        return CsvRows.read(
                "course,title,id\n" + rows, row -> ids.of(row, row.required("course", 9), row.required("title", 9)));
    }
}
