package org.coursewise.auth.client;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

    @OneToMany(mappedBy = "client", fetch = FetchType.EAGER, cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<ClientSecret> secrets = new ArrayList<>();

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
    String newSecret(Instant now) {
        var secret = Secrets.random();
        var position = secrets.stream().mapToInt(ClientSecret::position).max().orElse(-1) + 1;
        if (secrets.size() == MAX_SECRETS) {
            secrets.remove(0);
        }
        secrets.add(new ClientSecret(this, position, secret, now));
        return secret;
    }

    /** False when it has no such secret. */
    boolean removeSecret(UUID secret) {
        return secrets.removeIf(known -> known.id().equals(secret));
    }

    /** Which of its secrets this is. */
    Optional<ClientSecret> accepts(String secret) {
        // every hash is compared, so that the time tells nothing
        return secrets.stream().filter(known -> known.is(secret)).reduce((first, second) -> second);
    }

    /** The oldest first. */
    List<ClientSecret> secrets() {
        return List.copyOf(secrets);
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
