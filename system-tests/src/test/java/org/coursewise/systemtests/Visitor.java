package org.coursewise.systemtests;

import java.net.http.HttpRequest;
import java.util.Map;
import org.coursewise.localstack.LocalStack;

/** Somebody at an address of their own, as the gateway would tell auth, with a browser of their own. */
final class Visitor {

    static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0";

    private final Api auth;
    private final String address;
    private final String userAgent;

    /** @param address auth believes it of the gateway's machine, which is this one */
    Visitor(LocalStack stack, String address, String userAgent) {
        this.auth = new Api(stack.addresses().auth());
        this.address = address;
        this.userAgent = userAgent;
    }

    Api.Answer logIn(String email, String password) {
        return post("/api/v1/sessions", Map.of("email", email, "password", password));
    }

    /** Fails so many times, each as a wrong password does. */
    void fail(String email, int times) {
        for (var i = 0; i < times; i++) {
            var answer = logIn(email, "wrong, for the time " + i);
            if (answer.status() != 401) {
                throw new AssertionError("The failure number " + i + " was answered " + answer.body());
            }
        }
    }

    Api.Answer post(String path, Object body) {
        return auth.send(request(path).POST(Api.json(body)));
    }

    Api.Answer post(String path, Object body, String token) {
        return auth.send(
                request(path).header("Authorization", "Bearer " + token).POST(Api.json(body)));
    }

    Api.Answer put(String path, Object body, String token) {
        return auth.send(
                request(path).header("Authorization", "Bearer " + token).PUT(Api.json(body)));
    }

    private HttpRequest.Builder request(String path) {
        return auth.json(path).header("User-Agent", userAgent).header("X-Forwarded-For", address);
    }
}
