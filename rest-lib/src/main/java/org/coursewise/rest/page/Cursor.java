package org.coursewise.rest.page;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.coursewise.rest.json.StrictJson;
import org.coursewise.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A position in a sorted list as opaque text: base64url of a check sum and the sort keys of the last row as JSON. The
 * check sum finds a cursor that was cut or edited; it protects nothing, as a cursor shows no more than its list does. A
 * position refuses by an {@link IllegalArgumentException} what it could not have been made of.
 */
final class Cursor {

    private static final int CHECK_BYTES = 6;
    private static final int MAX_LENGTH = 2048;

    private Cursor() {}

    static String of(Record position) {
        var json = StrictJson.mapper().writeValueAsBytes(position);
        var bytes = Arrays.copyOf(check(position.getClass(), json), CHECK_BYTES + json.length);
        System.arraycopy(json, 0, bytes, CHECK_BYTES, json.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static <P extends Record> P read(String cursor, Class<P> type) {
        if (cursor.length() > MAX_LENGTH) {
            throw unusable();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length < CHECK_BYTES) {
                throw unusable();
            }
            var json = Arrays.copyOfRange(bytes, CHECK_BYTES, bytes.length);
            if (!Arrays.equals(check(type, json), Arrays.copyOf(bytes, CHECK_BYTES))) {
                throw unusable();
            }
            var position = StrictJson.mapper().readValue(json, type);
            if (position == null || lacksSomething(position)) {
                throw unusable();
            }
            return position;
        } catch (IllegalArgumentException | JacksonException e) {
            throw unusable();
        }
    }

    /** Anybody can make a cursor with a good check sum: what the list relies on has to be there. */
    private static boolean lacksSomething(Record position) {
        return Arrays.stream(position.getClass().getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .anyMatch(component -> value(component, position) == null);
    }

    private static @Nullable Object value(RecordComponent component, Record position) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(position);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The type's name goes into it: a cursor of another list is no position in this one. */
    private static byte[] check(Class<?> type, byte[] json) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(type.getName().getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(json), CHECK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProblemException unusable() {
        return ProblemException.invalidInput("cursor", "is not one this list gave out; begin without it");
    }
}
