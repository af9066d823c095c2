package org.coursewise.auth.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import org.coursewise.auth.account.Account;
import org.coursewise.auth.account.Accounts;
import org.coursewise.auth.account.EmailInput;
import org.coursewise.auth.account.Profile;
import org.coursewise.auth.account.Role;
import org.coursewise.auth.event.UserFacts;
import org.coursewise.auth.password.PasswordHashes;
import org.coursewise.auth.settings.AuthSettings;

/** The first administrator comes from configuration; there is no default account. */
@ApplicationScoped
public class FirstAdmin {

    private static final System.Logger LOG = System.getLogger(FirstAdmin.class.getName());

    @Inject
    Accounts accounts;

    @Inject
    PasswordHashes hashes;

    @Inject
    UserFacts facts;

    @Inject
    AuthSettings settings;

    @Inject
    Clock clock;

    /**
     * Makes the account that is configured, unless its address is known or somebody administers already: what the first
     * administrator changed or left stays so.
     */
    @Transactional
    public void createIfMissing() {
        var email = settings.adminEmail().map(EmailInput::parsed);
        var password = settings.adminPassword();
        if (email.isEmpty() || password.isEmpty()) {
            return;
        }
        accounts.lock(email.get());
        if (accounts.find(email.get()).isPresent() || accounts.haveAdmin()) {
            return;
        }
        var profile = new Profile("Administrator", "en");
        var account = Account.register(email.get(), profile, hashes.hash(password.get()), clock.instant());
        account.confirm(clock.instant());
        account.grant(Set.of(Role.ADMIN, Role.LEARNER));
        accounts.add(account);
        accounts.flush();
        facts.registered(account);
        LOG.log(
                System.Logger.Level.INFO,
                "Made the first administrator, {0}",
                email.get().value());
    }
}
