package org.coursewise.rest.json;

import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.util.List;

/** Types that a resource takes or gives when it handles the bytes itself. */
final class RawTypes {

    private static final List<Class<?>> RAW = List.of(
            CharSequence.class,
            byte[].class,
            InputStream.class,
            Reader.class,
            File.class,
            StreamingOutput.class,
            Form.class);

    private RawTypes() {}

    static boolean areNot(Class<?> type) {
        return RAW.stream().noneMatch(raw -> raw.isAssignableFrom(type))
                && !type.getName().startsWith("jakarta.json.");
    }
}
