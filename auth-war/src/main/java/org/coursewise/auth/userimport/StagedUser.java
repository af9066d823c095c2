package org.coursewise.auth.userimport;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coursewise.address.EmailAddress;
import org.coursewise.auth.account.ExternalId;
import org.coursewise.auth.account.Profile;
import org.coursewise.auth.account.Role;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.password.HashFormats;
import org.coursewise.csv.BadRowException;
import org.coursewise.csv.CsvRow;
import org.coursewise.rest.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file of users, as it goes to the database.
 *
 * @param id of the account, if it becomes a new one
 * @param passwordHash null for one without a password, whose owner asks for a reset
 */
record StagedUser(
        long line,
        UUID id,
        String email,
        String emailKey,
        String displayName,
        String locale,
        List<Role> roles,
        @Nullable String externalId,
        @Nullable String passwordHash) {

    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LOCALE = 35;
    private static final int LONGEST_ROLE = 32;
    private static final int LONGEST_HASH = 512;

    /** @throws BadRowException when a cell is wrong; the reason repeats nothing of it */
    static StagedUser of(CsvRow row, HashFormats formats) {
        var email = EmailAddress.parse(row.required("email", LONGEST_ADDRESS))
                .orElseThrow(() -> new BadRowException("email", "must be an e-mail address such as ada@example.org"));
        var hash = row.text("passwordHash", LONGEST_HASH);
        hash.flatMap(formats::complaint).ifPresent(complaint -> {
            throw new BadRowException("passwordHash", complaint);
        });
        return new StagedUser(
                row.line(),
                UserId.random().value(),
                email.value(),
                email.key(),
                row.text("displayName", LONGEST_NAME).orElseGet(() -> email.value()
                        .substring(0, email.value().lastIndexOf('@'))),
                row.text("locale", LONGEST_LOCALE).map(StagedUser::locale).orElse("en"),
                List.copyOf(roles(row)),
                row.text("externalId", ExternalId.LONGEST).orElse(null),
                hash.orElse(null));
    }

    EmailAddress address() {
        return new EmailAddress(email);
    }

    Profile profile() {
        return new Profile(displayName, locale);
    }

    private static String locale(String tag) {
        return LanguageTag.parse(tag)
                .orElseThrow(() -> new BadRowException("locale", "must be a language tag such as en or de-AT"));
    }

    private static Set<Role> roles(CsvRow row) {
        var roles = EnumSet.noneOf(Role.class);
        row.list("roles", Role.values().length, LONGEST_ROLE)
                .ifPresent(names -> names.forEach(name -> roles.add(Role.ofWireName(name)
                        .orElseThrow(() -> new BadRowException("roles", "must be learner, instructor or admin")))));
        return roles.isEmpty() ? EnumSet.of(Role.LEARNER) : roles;
    }
}
