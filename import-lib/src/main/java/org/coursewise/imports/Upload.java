package org.coursewise.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.coursewise.csv.BadFileException;
import org.coursewise.csv.CsvFile;
import org.coursewise.csv.Header;
import org.coursewise.rest.caller.Caller;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import org.coursewise.trace.TraceContext;

/** Receives a file: looks at its header at once, keeps it piece by piece, and queues the job. */
@ApplicationScoped
public class Upload {

    private static final int PIECE_BYTES = 1 << 20;
    private static final String UTF_8 = "utf-8";

    @Inject
    ImportJobs jobs;

    @Inject
    Caller caller;

    @Inject
    ImportedFiles files;

    /** @throws ProblemException 400 when the header lacks a column, 415 when the file is not said to be in UTF-8 */
    public UUID receive(String kind, MediaType type, InputStream body) throws IOException {
        demandUtf8(type);
        var first = body.readNBytes(PIECE_BYTES);
        demandHeader(first, files.requiredColumns(kind));
        var id = UUID.randomUUID();
        jobs.create(id, kind, caller.id(), TraceContext.currentTraceparent());
        var isComplete = false;
        try {
            var piece = first;
            for (var position = 0; piece.length > 0; position++) {
                jobs.addPiece(id, position, piece);
                piece = body.readNBytes(PIECE_BYTES);
            }
            jobs.queue(id);
            isComplete = true;
        } finally {
            if (!isComplete) {
                jobs.forget(id);
            }
        }
        return id;
    }

    private static void demandUtf8(MediaType type) {
        var charset = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, UTF_8);
        if (!charset.equalsIgnoreCase(UTF_8)) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Files are read in UTF-8 only.");
        }
    }

    private static void demandHeader(byte[] start, List<String> columns) {
        var begin = Header.begin(start);
        if (begin == start.length) {
            throw ProblemException.invalidInput("body", "must be a CSV file with a header");
        }
        // a row of one space behind it, so that there is a row that knows the header
        var header = Arrays.copyOfRange(start, begin, Header.end(start, begin) + 2);
        header[header.length - 2] = '\n';
        header[header.length - 1] = ' ';
        try (var file = new CsvFile(new ByteArrayInputStream(header))) {
            file.read(columns, row -> {});
        } catch (BadFileException e) {
            throw ProblemException.invalidInput("body", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory cannot fail to be read", e);
        }
    }
}
