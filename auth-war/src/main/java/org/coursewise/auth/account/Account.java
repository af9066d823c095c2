package org.coursewise.auth.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.coursewise.address.EmailAddress;
import org.jspecify.annotations.Nullable;

/** A person's account. */
@Entity
@Table(name = "account")
public class Account {

    @Id
    private UUID id;

    private String email;

    @Column(name = "email_key")
    private String emailKey;

    @Column(name = "display_name")
    private String displayName;

    private String locale;

    @Column(name = "password_hash")
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private AccountStatus status;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "verified_at")
    private @Nullable Instant verifiedAt;

    @Column(name = "external_id")
    private @Nullable String externalId;

    @Version
    private long version;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    @SuppressWarnings("NullAway.Init")
    private Account(EmailAddress email, Profile profile, String passwordHash, Instant now) {
        this.id = UserId.random().value();
        this.email = email.value();
        this.emailKey = email.key();
        this.passwordHash = passwordHash;
        this.status = AccountStatus.PENDING;
        this.roles = new HashSet<>(EnumSet.of(Role.LEARNER));
        this.createdAt = now;
        rename(profile);
    }

    /** A learner who has not confirmed the address yet. */
    public static Account register(EmailAddress email, Profile profile, String passwordHash, Instant now) {
        return new Account(email, profile, passwordHash, now);
    }

    /** The owner has shown that the mailbox is theirs. A lock stays. */
    public void confirm(Instant now) {
        if (verifiedAt == null) {
            verifiedAt = now;
        }
        if (status == AccountStatus.PENDING) {
            status = AccountStatus.ACTIVE;
        }
    }

    /** Nobody gets in until it is unlocked. */
    public void lock() {
        status = AccountStatus.LOCKED;
    }

    /** Brings back what was before the lock, or has come since. */
    public void unlock() {
        status = verifiedAt == null ? AccountStatus.PENDING : AccountStatus.ACTIVE;
    }

    /** Gives it another address, for which somebody vouches who may. */
    public void readdress(EmailAddress address, Instant now) {
        changeEmail(address);
        confirm(now);
    }

    public void rename(Profile profile) {
        displayName = profile.displayName();
        locale = profile.locale();
    }

    public void changeEmail(EmailAddress newEmail) {
        email = newEmail.value();
        emailKey = newEmail.key();
    }

    public void changePassword(String newHash) {
        passwordHash = newHash;
    }

    /** What imported enrolments call its owner; null for nothing. */
    public void link(@Nullable String learner) {
        externalId = learner;
    }

    public void grant(Set<Role> newRoles) {
        roles.clear();
        roles.addAll(newRoles);
    }

    public UserId id() {
        return new UserId(id);
    }

    public EmailAddress email() {
        return new EmailAddress(email);
    }

    public Profile profile() {
        return new Profile(displayName, locale);
    }

    public String passwordHash() {
        return passwordHash;
    }

    public AccountStatus status() {
        return status;
    }

    public boolean verified() {
        return verifiedAt != null;
    }

    public @Nullable String externalId() {
        return externalId;
    }

    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public long version() {
        return version;
    }
}
