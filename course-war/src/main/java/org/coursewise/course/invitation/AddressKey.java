package org.coursewise.course.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import org.coursewise.course.settings.CourseSettings;
import org.coursewise.postgres.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The key that addresses are kept under: made once, and kept sealed with the data keys. So those can follow each other while
 * what was hashed stays comparable.
 */
@ApplicationScoped
class AddressKey {

    private static final int BYTES = 64;
    private static final String CONTEXT = "address-key";
    private static final String READ = "select sealed from address_key";

    @Inject
    Sql sql;

    @Inject
    CourseSettings settings;

    private volatile @Nullable Addresses addresses;

    /** Hashes and seals with this key; reads it, or makes it, when it is first needed. */
    Addresses addresses() {
        var known = addresses;
        if (known == null) {
            known = Addresses.of(read());
            addresses = known;
        }
        return known;
    }

    private byte[] read() {
        var box = settings.dataKeys();
        if (sql.query(READ, row -> row.getString(1)).isEmpty()) {
            var fresh = new byte[BYTES];
            new SecureRandom().nextBytes(fresh);
            sql.update("insert into address_key (sealed) values (?) on conflict do nothing", box.seal(fresh, CONTEXT));
        }
        // another replica may have been first
        var sealed = sql.query(READ, row -> row.getString(1)).get(0);
        var key = box.open(sealed, CONTEXT);
        if (!box.isSealedByFirstKey(sealed)) {
            sql.update("update address_key set sealed = ? where sealed = ?", box.seal(key, CONTEXT), sealed);
        }
        return key;
    }
}
