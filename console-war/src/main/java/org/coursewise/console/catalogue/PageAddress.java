package org.coursewise.console.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

/** The address of a page of the console with what it is asked for. */
record PageAddress(String text) {

    /** The same with one more parameter; without a value it is left out. */
    PageAddress with(String name, @Nullable String value) {
        return value == null || value.isBlank()
                ? this
                : new PageAddress(
                        text + (text.contains("?") ? "&" : "?") + name + "=" + URLEncoder.encode(value, UTF_8));
    }
}
