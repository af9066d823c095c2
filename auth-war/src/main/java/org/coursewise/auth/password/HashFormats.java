package org.coursewise.auth.password;

import java.util.List;
import java.util.Optional;

/** The forms of hashes that are understood: our own, and those that accounts come with from elsewhere. */
public final class HashFormats {

    private final List<HashFormat> formats = List.of(new Argon2Format(), new BcryptFormat(), new Pbkdf2Format());

    /** Why a hash from elsewhere cannot be taken; empty when it can. */
    public Optional<String> complaint(String hash) {
        return find(hash)
                .map(format -> Optional.ofNullable(format.complaint(hash)))
                .orElse(Optional.of("is none of Argon2, bcrypt and PBKDF2"));
    }

    /** @throws IllegalStateException for what no import takes */
    HashFormat of(String hash) {
        return find(hash).orElseThrow(() -> new IllegalStateException("A password is kept in an unknown form"));
    }

    private Optional<HashFormat> find(String hash) {
        return formats.stream().filter(format -> format.claims(hash)).findFirst();
    }
}
