package org.coursewise.systemtests;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;

/** What administrators do in tests. */
final class Administration {

    static final String USERS = "/api/v1/admin/users/";
    static final String USER_IMPORTS = "/api/v1/admin/user-imports";
    static final String AUDIT = "/api/v1/admin/audit-events";

    private final Api api;
    private final String token;

    Administration(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        this.token = new People(stack).admin();
    }

    String token() {
        return token;
    }

    /** The id of whoever has this address, confirmed or not; accounts are made behind the answer. */
    String idOf(String address) {
        return Awaitility.await("account of " + address)
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> api.get("/api/v1/admin/users?query=" + address, token),
                        found -> found.json().path("items").size() == 1)
                .json()
                .at("/items/0/id")
                .asString();
    }

    Api.Answer user(String id) {
        return api.get(USERS + id, token);
    }

    /** As api.md says: without a body. */
    Api.Answer lock(String id) {
        return api.send(api.request(USERS + id + "/lock")
                .header("Authorization", "Bearer " + token)
                .PUT(BodyPublishers.noBody()));
    }

    Api.Answer unlock(String id) {
        return api.delete(USERS + id + "/lock", token, null);
    }

    Api.Answer sendUsers(String csv) {
        return api.send(api.request(USER_IMPORTS)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv)));
    }

    /** Sends a file of users and waits for its rows to be taken. */
    Api.Answer usersImported(String csv) {
        return new Jobs(api, token).succeeded(USER_IMPORTS + "/", sendUsers(csv));
    }

    /** Lines and reasons. */
    List<String> refusals(Api.Answer job) {
        return api.get(USER_IMPORTS + "/" + job.text("id") + "/errors", token)
                .json()
                .path("items")
                .valueStream()
                .map(error ->
                        error.path("line").asInt() + " " + error.path("reason").asString())
                .toList();
    }

    Api.Answer linkTo(String id, String externalId) {
        return api.put(USERS + id + "/external-id", Map.of("externalId", externalId), token, null);
    }

    /** The audit trail, asked with these parameters. */
    Api.Answer audit(String query) {
        return api.get(AUDIT + "?" + query, token);
    }
}
