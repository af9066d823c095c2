package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cursor's check sum can be made by anybody; what it then says is refused like any other bad input. */
@Tag("abuse")
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ForgedCursorsIT {

    private static final int CHECK_BYTES = 6;
    private static final String POSITION = "org.coursewise.course.catalog.CourseSearch$Position";
    private static final String WORD = "forgeable";

    private final Api api;
    private final Jobs jobs;

    ForgedCursorsIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        this.jobs = new Jobs(api, new People(stack).client("catalog:write"));
    }

    @BeforeAll
    void twoPagesOfCourses() {
        jobs.imported("courses", "code,title\nFORGE-1," + WORD + " one\nFORGE-2," + WORD + " two\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "popularity | `\"begun\":\"[^\"]*\"` | `\"begun\":\"garbage\"`",
                "popularity | `\"begun\":\"[^\"]*\"` | `\"begun\":\"0:0:\"`",
                "popularity | `\"begun\":\"[^\"]*\"` | `\"begun\":\"5:1:\"`",
                "popularity | `\"begun\":\"[^\"]*\"` | `\"begun\":\"1:9:12\"`",
                "popularity | `\"id\":\"[^\"]*\"` | `\"id\":null`",
                "popularity | `\"sort\":\"[^\"]*\"` | `\"sort\":null`",
                "popularity | `.+` | `{}`",
                "popularity | `.+` | null",
                "relevance | `\"near\":\\[\\]` | `\"near\":[\"forgeabl'\"]`",
                "relevance | `\"near\":\\[\\]` | `\"near\":[\"forgeable\\\\\\\\\"]`"
            })
    void aForgedPositionIsRefused(String sort, String what, String instead) {
        var path = "/api/v1/courses?limit=1&q=" + WORD + "&sort=" + sort;
        var cursor = Base64.getUrlDecoder().decode(api.get(path).text("nextCursor"));
        var json = new String(cursor, CHECK_BYTES, cursor.length - CHECK_BYTES, StandardCharsets.UTF_8);
        assertThat(api.get(path + "&cursor=" + cursor(json)).status()).isEqualTo(200);

        var forged = json.replaceFirst(what, instead);
        assertThat(forged).isNotEqualTo(json);
        var refused = api.get(path + "&cursor=" + cursor(forged));
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("cursor");
    }

    private static String cursor(String json) {
        try {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(POSITION.getBytes(StandardCharsets.UTF_8));
            var all = Arrays.copyOf(Arrays.copyOf(digest.digest(bytes), CHECK_BYTES), CHECK_BYTES + bytes.length);
            System.arraycopy(bytes, 0, all, CHECK_BYTES, bytes.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
