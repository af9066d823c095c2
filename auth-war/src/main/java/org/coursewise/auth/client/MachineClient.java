package org.coursewise.auth.client;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coursewise.auth.onetime.Secrets;
import org.coursewise.auth.token.Scope;

/** A program that calls the API on its own account. It may have two secrets, so that one can be replaced in peace. */
@Entity
@Table(name = "machine_client")
public class MachineClient {

    private static final int MAX_SECRETS = 2;

    @Id
    private UUID id;

    @Column(name = "client_id")
    private String clientId;

    private String name;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "machine_client_scope", joinColumns = @JoinColumn(name = "machine_client_id"))
    @Column(name = "scope")
    @Enumerated(EnumType.STRING)
    private Set<Scope> scopes = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "machine_client_secret", joinColumns = @JoinColumn(name = "machine_client_id"))
    @Column(name = "secret_hash")
    @OrderColumn(name = "position")
    private List<String> secretHashes = new ArrayList<>();

    @Column(name = "created_at")
    private Instant createdAt;

    /** For Jakarta Persistence. */
    @SuppressWarnings("NullAway.Init")
    protected MachineClient() {}

    MachineClient(String name, Set<Scope> scopes, Instant now) {
        this.id = UUID.randomUUID();
        this.clientId = "client-" + Secrets.random().substring(0, 16);
        this.name = name;
        this.scopes = new HashSet<>(scopes);
        this.createdAt = now;
    }

    /** A new secret, told this once; the oldest makes room when there are two. */
    String newSecret() {
        var secret = Secrets.random();
        if (secretHashes.size() == MAX_SECRETS) {
            secretHashes.remove(0);
        }
        secretHashes.add(Secrets.hash(secret));
        return secret;
    }

    boolean accepts(String secret) {
        // every hash is compared, so that the time tells nothing
        return secretHashes.stream().map(hash -> Secrets.matches(secret, hash)).reduce(false, Boolean::logicalOr);
    }

    UUID id() {
        return id;
    }

    String clientId() {
        return clientId;
    }

    String name() {
        return name;
    }

    Set<Scope> scopes() {
        return Set.copyOf(scopes);
    }

    Instant createdAt() {
        return createdAt;
    }
}
