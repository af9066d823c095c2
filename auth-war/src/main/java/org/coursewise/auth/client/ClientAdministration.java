package org.coursewise.auth.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
    Clock clock;

    @Transactional
    List<MachineClient> list(@Nullable UUID after, int limit) {
        return clients.list(after, limit);
    }

    @Transactional
    Told create(String name, Set<Scope> scopes) {
        var client = new MachineClient(name, scopes, clock.instant());
        var secret = client.newSecret();
        clients.add(client);
        return new Told(client, secret);
    }

    @Transactional
    Told addSecret(UUID id) {
        var client = client(id);
        return new Told(client, client.newSecret());
    }

    @Transactional
    void delete(UUID id) {
        clients.remove(client(id));
    }

    private MachineClient client(UUID id) {
        return clients.find(id).orElseThrow(() -> ProblemException.notFound("client"));
    }
}
