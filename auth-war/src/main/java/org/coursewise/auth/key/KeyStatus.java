package org.coursewise.auth.key;

import java.util.Locale;

/** What a key does now: published and to sign later, signing, or published for the tokens it signed. */
enum KeyStatus {
    NEXT,
    SIGNING,
    RETIRED;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
