package org.coursewise.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.coursewise.systemtests.Operations.Operation;

/** The table of {@code authorization.csv}: who may do what. */
final class AuthorizationTable {

    /** A kind of person; the table says what each is. */
    enum Who {
        NOBODY,
        LEARNER,
        STRANGER,
        INSTRUCTOR,
        ADMIN
    }

    /** What is to become of a request. */
    enum Verdict {
        OK(0),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        HIDDEN(404);

        private final int status;

        Verdict(int status) {
            this.status = status;
        }

        static Verdict of(String text) {
            return Arrays.stream(values())
                    .filter(verdict -> verdict.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("neither ok nor 401, 403 or 404: " + text));
        }

        String text() {
            return this == OK ? "ok" : Integer.toString(status);
        }

        /** @param isReal whether there is what the path names: only then a 404 turns somebody away */
        boolean allows(int answer, boolean isReal) {
            return switch (this) {
                case OK -> answer < 500 && answer != 401 && answer != 403 && (answer != 404 || !isReal);
                case UNAUTHENTICATED, FORBIDDEN, HIDDEN -> answer == status;
            };
        }
    }

    /** A line of the table. */
    record Row(String verb, String path, Map<Who, Verdict> people, Set<String> scopes, String body) {

        private static final int FIRST_PERSON = 2;
        private static final int BODY = 8;

        static Row parse(String line) {
            var cells = line.split(",", BODY + 1);
            if (cells.length < BODY) {
                throw new IllegalArgumentException("A row has at least " + BODY + " cells: " + line);
            }
            var people = new EnumMap<Who, Verdict>(Who.class);
            var cell = FIRST_PERSON;
            for (var who : Who.values()) {
                people.put(who, Verdict.of(cells[cell++].strip()));
            }
            var scopes = Arrays.stream(cells[BODY - 1].strip().split(" "))
                    .filter(scope -> !scope.isEmpty())
                    .collect(Collectors.toSet());
            var body = cells.length > BODY ? cells[BODY].strip() : "";
            return new Row(cells[0].strip(), cells[1].strip(), people, scopes, body);
        }

        /** What an operation's roles let one expect; what is somebody's own is for a person to add. */
        static Row expected(Operation operation) {
            var isPublic = operation.roles().isEmpty();
            var people = new EnumMap<Who, Verdict>(Who.class);
            for (var who : Who.values()) {
                var isIn = isPublic || roles(who).stream().anyMatch(operation.roles()::contains);
                people.put(who, isIn ? Verdict.OK : who == Who.NOBODY ? Verdict.UNAUTHENTICATED : Verdict.FORBIDDEN);
            }
            var scopes = operation.roles().stream()
                    .filter(role -> role.contains(":"))
                    .collect(Collectors.toSet());
            return new Row(operation.verb(), operation.path(), people, scopes, "");
        }

        Verdict of(Who who) {
            return Objects.requireNonNull(people.get(who));
        }

        Verdict ofClientWith(String scope) {
            if (scopes.contains(scope)) {
                return Verdict.OK;
            }
            return of(Who.NOBODY) == Verdict.UNAUTHENTICATED ? Verdict.FORBIDDEN : of(Who.NOBODY);
        }

        String name() {
            return verb + " " + path;
        }

        @Override
        public String toString() {
            var verdicts = people.values().stream().map(Verdict::text).collect(Collectors.joining(", "));
            var clients = scopes.stream().sorted().collect(Collectors.joining(" "));
            return (verb + ", " + path + ", " + verdicts + ", " + clients).strip()
                    + (body.isEmpty() ? "" : ", " + body);
        }
    }

    private AuthorizationTable() {}

    static List<Row> read() {
        try (var file = AuthorizationTable.class.getResourceAsStream("/authorization.csv")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The roles that make somebody one of this kind. */
    static Set<String> roles(Who who) {
        return switch (who) {
            case NOBODY -> Set.of();
            case LEARNER -> Set.of("learner");
            case STRANGER -> Set.of("learner", "instructor");
            case INSTRUCTOR -> Set.of("instructor");
            case ADMIN -> Set.of("admin");
        };
    }
}
