package org.coursewise.auth.password;

import org.jspecify.annotations.Nullable;

/** A form in which passwords are kept, here or where accounts are imported from. */
interface HashFormat {

    /** Whether a hash says that it is of this form. */
    boolean claims(String hash);

    /** Why a hash cannot be verified, or only at a cost that would stop others; null when it can. */
    @Nullable
    String complaint(String hash);

    /** Whether the password made the hash, which had no complaint. */
    boolean verify(String password, String hash);

    /** How much memory verifying takes, in KiB. */
    default int memory(String hash) {
        return 1;
    }
}
