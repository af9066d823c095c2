package org.coursewise.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.coursewise.address.EmailAddress;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final Account account =
            Account.register(new EmailAddress("Ada@example.org"), new Profile("Ada", "en"), "hash", NOW);

    @Test
    void whoRegistersIsALearnerWhoWaitsForConfirmation() {
        assertThat(account.status()).isEqualTo(AccountStatus.PENDING);
        assertThat(account.roles()).containsExactly(Role.LEARNER);
        assertThat(account.verified()).isFalse();
    }

    @Test
    void confirmingMakesAnAccountActive() {
        account.confirm(NOW);
        assertThat(account.status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(account.verified()).isTrue();
    }

    @Test
    void aLockIsLiftedByNothingButUnlocking() {
        account.confirm(NOW);
        account.lock();
        account.confirm(NOW);
        account.readdress(new EmailAddress("ada.king@example.org"), NOW);
        assertThat(account.status()).isEqualTo(AccountStatus.LOCKED);
        account.unlock();
        assertThat(account.status()).isEqualTo(AccountStatus.ACTIVE);
    }

    @Test
    void whoWaitedForConfirmationBeforeALockWaitsAfterIt() {
        account.lock();
        account.unlock();
        assertThat(account.status()).isEqualTo(AccountStatus.PENDING);
    }

    @Test
    void whatIsConfirmedDuringALockCountsAfterIt() {
        account.lock();
        account.confirm(NOW);
        assertThat(account.verified()).isTrue();
        account.unlock();
        assertThat(account.status()).isEqualTo(AccountStatus.ACTIVE);
    }

    @Test
    void grantingReplacesTheRoles() {
        account.grant(Set.of(Role.ADMIN));
        assertThat(account.roles()).containsExactly(Role.ADMIN);
    }
}
