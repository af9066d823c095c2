package org.coursewise.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.coursewise.csv.CsvFile;
import org.junit.jupiter.api.Test;

class PieceStreamTest {

    @Test
    void piecesAreOneFile() throws IOException {
        var pieces = List.of("learner,cour", "se_code\nad", "a,ALG-1\n", "");
        var rows = new ArrayList<String>();
        try (var file =
                new CsvFile(new PieceStream(position -> pieces.get(position).getBytes(UTF_8)))) {
            file.read(
                    List.of("learner", "course_code"),
                    row -> rows.add(row.required("learner", 9) + row.required("course_code", 9)));
        }
        assertThat(rows).containsExactly("adaALG-1");
    }
}
