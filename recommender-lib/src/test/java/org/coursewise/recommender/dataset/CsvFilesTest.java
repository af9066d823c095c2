package org.coursewise.recommender.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFilesTest {

    private final List<String> told = new ArrayList<>();
    private final SkippedRows skipped = new SkippedRows(2, told::add);

    @TempDir
    Path folder;

    @Test
    void columnsAreFoundByNameAndOthersIgnored() throws Exception {
        var data = enrollments("note,COURSE_CODE,learner\nx,a,ann\n,b,ann\n,a,bob\n");
        assertThat(data.learners()).containsExactly("ann", "bob");
        assertThat(data.courses()).extracting(Course::code).containsExactly("a", "b");
        assertThat(data.histories().of(0)).containsExactly(0, 1);
        assertThat(data.histories().timed()).isFalse();
    }

    @Test
    void badRowsAreSkippedToldWithTheirLineAndCounted() throws Exception {
        var data = enrollments("""
                learner,course_code,enrolled_at
                ann,a,2026-01-05
                ann,,2026-01-05
                bob,"two
                lines",2026-01-05
                cid,a,yesterday
                ,b,
                """);
        assertThat(data.learners()).containsExactly("ann", "bob");
        assertThat(skipped.count()).isEqualTo(3);
        assertThat(told)
                .containsExactly(
                        "rows.csv, line 3: course_code is empty",
                        "rows.csv, line 6: enrolled_at is neither a date nor a time such as 2026-01-31T12:00:00Z:"
                                + " yesterday");
    }

    @Test
    void timesOfAnyKindPutTheNewestLastAndDuplicatesCountOnceAtTheirFirstTime() throws Exception {
        var data = enrollments("""
                learner,course_code,enrolled_at,completed_at
                ann,late,2026-03-01T00:00:00+02:00,
                ann,early,2026-01-01,
                ann,middle,,2026-02-01T10:00:00Z
                ann,early,2026-04-01,
                """);
        assertThat(data.histories().timed()).isTrue();
        assertThat(Arrays.stream(data.histories().of(0))
                        .mapToObj(c -> data.courses().get(c).code()))
                .containsExactly("early", "middle", "late");
    }

    @Test
    void aMissingColumnIsNamedWithWhatIsThere() {
        assertThatThrownBy(() -> enrollments("learner,course\nann,a\n"))
                .isInstanceOf(UnusableDataException.class)
                .hasMessageContaining("has no column course_code")
                .hasMessageContaining("learner,course");
    }

    @Test
    void anEmptyFileAMissingFileAndOtherBytesAreToldApart() throws Exception {
        assertThatThrownBy(() -> enrollments("")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> enrollments("learner,course_code\n")).hasMessageContaining("holds no enrolment");
        assertThatThrownBy(() -> CsvFiles.learners(folder.resolve("none.csv"), skipped))
                .isInstanceOf(UnusableDataException.class)
                .hasMessageContaining("There is no file");
        var latin =
                Files.write(folder.resolve("latin.csv"), "learner\nJos\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> CsvFiles.learners(latin, skipped))
                .isInstanceOf(UnusableDataException.class)
                .hasMessageContaining("is not UTF-8");
    }

    @Test
    void gzipAndAByteOrderMarkAreRead() throws Exception {
        var file = folder.resolve("learners.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("\uFEFFlearner\n王\n王\nbob\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(CsvFiles.learners(file, skipped)).containsExactly("王", "bob");
    }

    @Test
    void listsInACellAreSeparatedByABar() throws Exception {
        var file = write("code,title,categories,instructors,level\nc1, A title ,Art| Music |,ann,BEGINNER\n");
        assertThat(CsvFiles.courses(file, skipped))
                .containsExactly(new Course(
                        "c1", "A title", "", List.of("Art", "Music"), List.of(), List.of("ann"), "", "beginner", ""));
    }

    @Test
    void theOrderOfRowsDoesNotMatter() throws Exception {
        var one = enrollments("learner,course_code\nann,a\nbob,b\nann,b\ncid,c\n");
        var other = enrollments("learner,course_code\ncid,c\nann,b\nbob,b\nann,a\n");
        assertThat(other.courses()).isEqualTo(one.courses());
        assertThat(other.learners()).isEqualTo(one.learners());
        assertThat(other.histories().of(0)).isEqualTo(one.histories().of(0));
    }

    private Dataset enrollments(String text) throws IOException, UnusableDataException {
        var builder = new DatasetBuilder();
        CsvFiles.enrollments(write(text), skipped, builder);
        return builder.build();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), text);
    }
}
