package org.coursewise.auth.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.event.ClientFacts;
import org.coursewise.auth.token.Scope;
import org.coursewise.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What administrators do with machine clients; each is one transaction. */
@ApplicationScoped
class ClientAdministration {

    /** A client, and the secret that is told this once. */
    record Told(MachineClient client, String secret) {}

    @Inject
    MachineClients clients;

    @Inject
    ClientFacts facts;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Transactional
    List<MachineClient> list(@Nullable UUID after, int limit) {
        return clients.list(after, limit);
    }

    @Transactional
    Told create(String name, Set<Scope> scopes) {
        var client = new MachineClient(name, scopes, clock.instant());
        var secret = client.newSecret(client.createdAt());
        clients.add(client);
        record(
                AuditType.CLIENT_CREATED,
                client,
                Map.of("scopes", scopes.stream().map(Scope::wireName).sorted().collect(Collectors.joining(" "))));
        return new Told(client, secret);
    }

    @Transactional
    Told addSecret(UUID id) {
        var client = client(id);
        record(AuditType.CLIENT_SECRET_ADDED, client, Map.of());
        return new Told(client, client.newSecret(clock.instant()));
    }

    /** False when there is no such secret. The last one may go too: then nobody gets a token until there is another. */
    @Transactional
    boolean removeSecret(UUID id, UUID secret) {
        var client = client(id);
        if (!client.removeSecret(secret)) {
            return false;
        }
        record(AuditType.CLIENT_SECRET_REMOVED, client, Map.of("secretId", secret.toString()));
        return true;
    }

    @Transactional
    void delete(UUID id) {
        var client = client(id);
        clients.remove(client);
        facts.clientRevoked(client.clientId());
        record(AuditType.CLIENT_DELETED, client, Map.of());
    }

    private void record(AuditType type, MachineClient client, Map<String, String> more) {
        var details = new TreeMap<>(more);
        details.put("clientId", client.clientId());
        audit.record(type, null, details);
    }

    private MachineClient client(UUID id) {
        return clients.lock(id).orElseThrow(() -> ProblemException.notFound("client"));
    }
}
