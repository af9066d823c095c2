package org.coursewise.rest.container;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.coursewise.rest.conditional.Versioned;
import org.jspecify.annotations.Nullable;

/** A wire type with a field of each kind. */
public record Thing(String id, Content content, int version) implements Versioned {

    /** What a client may write. */
    public record Content(
            @NotBlank @Size(max = 200) String title,
            int size,
            double weight,
            @Nullable Instant at,
            @NotNull List<@Valid Part> parts) {}

    public record Part(@NotBlank String name) {}

    @Override
    public String etag() {
        return "v" + version;
    }
}
