package org.coursewise.course.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.UUID;
import org.coursewise.rest.caller.Caller;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.trace.TraceContext;

/** Receives a file: looks at its header at once, keeps it piece by piece, and queues the job. */
@ApplicationScoped
class Upload {

    private static final int PIECE_BYTES = 1 << 20;

    @Inject
    ImportJobs jobs;

    @Inject
    Caller caller;

    /** @throws ProblemException 400 when the header lacks a column */
    UUID receive(ImportKind kind, InputStream body) throws IOException {
        var first = body.readNBytes(PIECE_BYTES);
        demandHeader(kind, first);
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

    private static void demandHeader(ImportKind kind, byte[] start) {
        var begin = Header.begin(start);
        if (begin == start.length) {
            throw ProblemException.invalidInput("body", "must be a CSV file with a header");
        }
        // a row of one space behind it, so that there is a row that knows the header
        var header = Arrays.copyOfRange(start, begin, Header.end(start, begin) + 2);
        header[header.length - 2] = '\n';
        header[header.length - 1] = ' ';
        try (var file = new CsvFile(new ByteArrayInputStream(header))) {
            file.read(kind.requiredColumns(), row -> {});
        } catch (BadFileException e) {
            throw ProblemException.invalidInput("body", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory cannot fail to be read", e);
        }
    }
}
