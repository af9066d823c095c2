package org.coursewise.auth.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.coursewise.rest.conditional.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account on the wire. */
@Schema(name = "User", description = "An account, as its owner and administrators see it")
public record UserView(
        @Schema(examples = "5f3c1a52-7a1e-4c58-9a55-0a4b2a5d3c11")
        String id,

        @Schema(examples = "ada@example.org") String email,
        @Schema(examples = "Ada Lovelace") String displayName,

        @Schema(examples = "en", description = "BCP 47 language tag")
        String locale,

        @Schema(description = "learner, instructor, admin", examples = "[\"learner\"]")
        List<String> roles,

        boolean verified,
        AccountStatus status,
        Instant createdAt,

        @Schema(description = "What imported enrolments call them; null where they are nobody there", examples = "L1")
        @Nullable
        String externalId,

        @Schema(hidden = true) @JsonIgnore String etag)
        implements Versioned {

    public static UserView of(Account account) {
        return new UserView(
                account.id().toString(),
                account.email().value(),
                account.profile().displayName(),
                account.profile().locale(),
                account.roles().stream().map(Role::wireName).sorted().toList(),
                account.verified(),
                account.status(),
                account.createdAt(),
                account.externalId(),
                "u" + account.version());
    }

    /** What its owner may change. */
    public Profile profile() {
        return new Profile(displayName, locale);
    }
}
