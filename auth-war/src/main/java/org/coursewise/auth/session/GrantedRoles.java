package org.coursewise.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.coursewise.auth.account.Account;
import org.coursewise.auth.account.Role;
import org.coursewise.auth.settings.AuthSettings;

/**
 * Which of an account's roles count in a session: all of them, but where a second factor is demanded of administrators
 * nobody administers without having shown one. They are let in, to set one up.
 */
@ApplicationScoped
class GrantedRoles {

    @Inject
    AuthSettings settings;

    /** @param secondFactor whether one was shown in the session; asked only where it matters */
    Set<Role> of(Account account, BooleanSupplier secondFactor) {
        var roles = account.roles();
        return settings.secondFactorForAdmins() && roles.contains(Role.ADMIN) && !secondFactor.getAsBoolean()
                ? withoutAdmin(roles)
                : roles;
    }

    /** Who is nothing but an administrator is a learner until then: without any role they could not set one up. */
    static Set<Role> withoutAdmin(Set<Role> roles) {
        var others = EnumSet.copyOf(roles);
        others.remove(Role.ADMIN);
        if (others.isEmpty()) {
            others.add(Role.LEARNER);
        }
        return others;
    }
}
