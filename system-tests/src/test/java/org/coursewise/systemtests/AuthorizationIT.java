package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coursewise.localstack.LocalStack;
import org.coursewise.systemtests.AuthorizationTable.Row;
import org.coursewise.systemtests.AuthorizationTable.Verdict;
import org.coursewise.systemtests.AuthorizationTable.Who;
import org.coursewise.systemtests.Operations.Operation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every kind of caller at every endpoint of the three services, with things that are somebody else's too. Who is to get in
 * stands in {@code authorization.csv}.
 */
@Tag("abuse")
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class AuthorizationIT {

    /** One that no idempotent endpoint takes: who may call is refused for it, and nothing is done. */
    private static final String UNUSABLE_KEY = "k".repeat(300);

    private final Api api;
    private final Callers callers;
    private final Belongings belongings;
    private final List<Row> rows = AuthorizationTable.read();
    private final Map<String, Operation> operations;

    AuthorizationIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        this.callers = new Callers(stack);
        this.belongings = new Belongings(stack, callers);
        this.operations =
                Operations.of(api).stream().collect(Collectors.toMap(Operation::toString, Function.identity()));
    }

    /** Somebody who asks, and what is to become of it. */
    record Attempt(String name, String token, Verdict verdict, Consumer<Callers> afterwards) {}

    @Test
    void everyEndpointHasOneRowAndEveryRowAnEndpoint() {
        var named = rows.stream().map(Row::name).toList();
        assertThat(named).doesNotHaveDuplicates();
        var missing = operations.values().stream()
                .filter(operation -> !named.contains(operation.toString()))
                .map(operation -> Row.expected(operation).toString())
                .sorted()
                .toList();
        assertThat(missing)
                .as(() -> "Add to src/test/resources/authorization.csv, and look whether it should be so:\n"
                        + String.join("\n", missing))
                .isEmpty();
        assertThat(named).as("rows of endpoints that are gone").allMatch(operations::containsKey);
    }

    @TestFactory
    Stream<DynamicTest> whoMayGetsInAndNobodyElse() {
        return rows.stream()
                .filter(row -> operations.containsKey(row.name()))
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> check(row)));
    }

    private void check(Row row) {
        var operation = operations.get(row.name());
        var path = belongings.fill(row.path());
        assertThat(path.isReal() || !row.people().containsValue(Verdict.HIDDEN))
                .as("Say in Belongings what is meant by the id in " + row.path())
                .isTrue();
        var wrong = new ArrayList<String>();
        for (var attempt : attempts(row)) {
            var answer = send(operation, path.path(), attempt.token(), row.body());
            if (!attempt.verdict().allows(answer.status(), path.isReal())) {
                wrong.add(attempt.name() + " got " + answer.status() + ", not "
                        + attempt.verdict().text() + ": " + answer.body());
            }
            if (row.verb().equals("DELETE") && answer.status() == 204) {
                attempt.afterwards().accept(callers);
            }
        }
        assertThat(wrong).as(() -> row + "\n" + String.join("\n", wrong)).isEmpty();
    }

    /** Those who are turned away come first: the others may leave nothing to ask for. */
    private List<Attempt> attempts(Row row) {
        var attempts = new ArrayList<Attempt>();
        for (var who : Who.values()) {
            attempts.add(new Attempt(
                    who.name().toLowerCase(Locale.ROOT), callers.token(who), row.of(who), all -> all.forget(who)));
        }
        for (var scope : Callers.SCOPES) {
            attempts.add(
                    new Attempt("a client with " + scope, callers.client(scope), row.ofClientWith(scope), all -> {}));
        }
        attempts.sort(Comparator.comparing(attempt -> attempt.verdict() == Verdict.OK));
        return attempts;
    }

    /** Nothing is changed by it where that can be helped: no state matches, and no key is good. */
    private Api.Answer send(Operation operation, String path, String token, String body) {
        var request = api.request(path);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!operation.verb().equals("GET")) {
            request.header("If-Match", "\"no-state-of-it\"");
        }
        if (operation.isIdempotent() && body.isEmpty()) {
            request.header("Idempotency-Key", UNUSABLE_KEY);
        }
        if (operation.mediaTypes().isEmpty()) {
            return api.send(request.method(operation.verb(), BodyPublishers.noBody()));
        }
        var type = operation.takesJson()
                ? "application/json"
                : operation.mediaTypes().get(0);
        var content = body.isEmpty() ? "{}" : body;
        return api.send(
                request.header("Content-Type", type).method(operation.verb(), BodyPublishers.ofString(content)));
    }
}
