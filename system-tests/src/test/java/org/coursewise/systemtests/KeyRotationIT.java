package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keys follow each other, and no good token is refused by any service at any moment; a withdrawn key's tokens are. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class KeyRotationIT {

    /** A path of each service that an administrator may read, and of course one that is answered before JAX-RS. */
    private static final List<String> OF_EACH_SERVICE = List.of(
            "/api/v1/users/me",
            "/api/v1/learners/me/recommendations?limit=1",
            "/api/v1/enrollments?limit=1",
            "/api/v1/messages?limit=1");

    private static final List<String> WITHOUT_AUTH = OF_EACH_SERVICE.subList(1, OF_EACH_SERVICE.size());
    private static final int CALLERS = 3;
    private static final Duration WITHDRAWN_WITHIN = Duration.ofSeconds(20);

    private final LocalStack stack;
    private final Api api;
    private final People people;

    KeyRotationIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
    }

    @Test
    void noGoodTokenIsRefusedWhileKeysFollowEachOther() throws InterruptedException {
        var first = api.logIn(stack.adminEmail(), stack.adminPassword());
        var refused = new ConcurrentLinkedQueue<String>();
        var answered = new AtomicInteger();
        var closing = new CountDownLatch(1);
        var callers = Stream.generate(() -> caller(first, refused, answered, closing))
                .limit(CALLERS)
                .toList();
        callers.forEach(Thread::start);
        for (var rotation = 0; rotation < 3; rotation++) {
            var rotated = rotate();
            Awaitility.await("key " + rotated + " signs")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> keyOf(people.admin()), rotated::equals);
        }
        closing.countDown();
        for (var caller : callers) {
            caller.join();
        }
        assertThat(refused).as("of " + answered).isEmpty();
        assertThat(answered).hasValueGreaterThan(100);
        assertThat(published()).contains(keyOf(first.text("accessToken")));
    }

    @Test
    void administratorsSeeWhatEachKeyDoesAndNobodySeesASecretHalf() {
        var keys = api.get("/api/v1/admin/signing-keys", people.admin());
        assertThat(keys.status()).isEqualTo(200);
        var status = keys.json().path("items").valueStream().collect(Collectors.groupingBy(key -> key.path("status")
                .asString()));
        assertThat(status.get("signing")).singleElement().satisfies(key -> {
            assertThat(key.path("kid").asString()).isEqualTo(keyOf(people.admin()));
            assertThat(key.path("algorithm").asString()).isEqualTo("ES256");
            assertThat(key.path("signsFrom").asString()).isNotEmpty();
        });
        assertThat(status.get("next")).isNotEmpty();
        assertThat(keys.body()).doesNotContain("\"d\"");
        assertThat(api.get("/.well-known/jwks.json").body()).doesNotContain("\"d\"");
        assertThat(api.get("/api/v1/admin/signing-keys", people.join("otto.keys@example.org"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aWithdrawnKeyIsGoodNowhere() {
        var token = people.admin();
        var stolen = keyOf(token);
        assertThat(api.delete("/api/v1/admin/signing-keys/" + stolen, token, null)
                        .status())
                .isEqualTo(204);
        var next = people.admin();
        assertThat(keyOf(next)).isNotEqualTo(stolen);
        assertThat(published()).doesNotContain(stolen);
        for (var path : OF_EACH_SERVICE) {
            Awaitility.await(path)
                    .atMost(WITHDRAWN_WITHIN)
                    .until(() -> api.get(path, token).problem(), "invalid-access-token"::equals);
            assertThat(api.get(path, next).status()).as(path).isEqualTo(200);
        }
        assertThat(api.delete("/api/v1/admin/signing-keys/" + stolen, next, null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void withoutAuthTheOthersKeepServingGoodTokens() {
        withoutAuth(Duration.ofSeconds(10));
    }

    @Test
    @Tag("long")
    @Tag("soak")
    void withoutAuthForFiveMinutesTheOthersKeepServingGoodTokens() {
        withoutAuth(Duration.ofMinutes(5));
    }

    private void withoutAuth(Duration pause) {
        var token = people.admin();
        stack.stop("auth");
        try {
            // it has nobody to ask for keys, and begins all the same
            stack.stop("course");
            stack.restart("course");
            var end = System.nanoTime() + pause.toNanos();
            while (System.nanoTime() < end) {
                for (var path : WITHOUT_AUTH) {
                    assertThat(api.get(path, token).status()).as(path).isEqualTo(200);
                    assertThat(api.get(path, foreign(token)).status())
                            .as("a key nobody knows, " + path)
                            .isEqualTo(401);
                }
            }
        } finally {
            stack.restart("auth");
        }
        assertThat(api.get("/api/v1/users/me", token).status()).isEqualTo(200);
    }

    private Thread caller(
            Api.Answer first, Collection<String> refused, AtomicInteger answered, CountDownLatch closing) {
        return new Thread(
                () -> {
                    try {
                        for (var turn = 0; !closing.await(20, TimeUnit.MILLISECONDS); turn++) {
                            var token = turn % 2 == 0 ? first.text("accessToken") : people.admin();
                            for (var path : OF_EACH_SERVICE) {
                                var answer = api.get(path, token);
                                answered.incrementAndGet();
                                if (answer.status() != 200) {
                                    refused.add(path + " " + answer.status() + " " + answer.body());
                                }
                            }
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "calls all services");
    }

    private String rotate() {
        var rotated = api.post("/api/v1/admin/signing-keys", Map.of(), people.admin());
        assertThat(rotated.status()).as(rotated.body()).isEqualTo(201);
        return rotated.text("kid");
    }

    private List<String> published() {
        return api.get("/.well-known/jwks.json")
                .json()
                .path("keys")
                .valueStream()
                .map(key -> key.path("kid").asString())
                .toList();
    }

    private static String keyOf(String token) {
        try {
            return SignedJWT.parse(token).getHeader().getKeyID();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same claims, signed by a key that the issuer never had. */
    private static String foreign(String token) {
        try {
            var claims = SignedJWT.parse(token).getJWTClaimsSet();
            var key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
            var header = new JWSHeader.Builder(SignedJWT.parse(token).getHeader())
                    .keyID(key.getKeyID())
                    .build();
            var forged = new SignedJWT(header, claims);
            forged.sign(new ECDSASigner(key));
            return forged.serialize();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
