package org.coursewise.auth.client;

import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.auth.device.Network;
import org.coursewise.rest.caller.Caller;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Which client is this? Its secret says so, and a right one is always taken. */
@ApplicationScoped
class ClientLogIn {

    private static final String STRANGER = "unknown";

    @Inject
    MachineClients clients;

    @Inject
    WrongSecrets wrongSecrets;

    @Inject
    AuditTrail audit;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * Empty when the client is unknown, sent no secret or a wrong one.
     *
     * @throws ProblemException 429 in place of that, when there were too many wrong ones
     */
    Optional<MachineClient> authenticate(@Nullable ClientAuthentication sent) {
        if (!(sent instanceof PlainClientSecret credentials)) {
            return Optional.empty();
        }
        var client = clients.find(credentials.getClientID().getValue());
        var secret = client.flatMap(
                found -> found.accepts(credentials.getClientSecret().getValue()));
        if (secret.isEmpty()) {
            refuse(client.orElse(null));
            return Optional.empty();
        }
        var now = clock.instant();
        secret.filter(used -> used.isDueToBeNoted(now)).ifPresent(used -> clients.noteUse(used, now));
        return client;
    }

    private void refuse(@Nullable MachineClient client) {
        var verdict = client == null
                ? wrongSecrets.count(Network.client(caller.address()))
                : wrongSecrets.count(client.clientId(), Network.client(caller.address()));
        var details = Map.of("clientId", client == null ? STRANGER : client.clientId());
        switch (verdict) {
            case COUNTED -> audit.recordRefusal(AuditType.CLIENT_AUTHENTICATION_FAILED, null, details);
            case LIMIT_PASSED -> {
                audit.recordRefusal(AuditType.THROTTLED, null, details);
                throw throttled();
            }
            case THROTTLED -> throw throttled();
        }
    }

    private ProblemException throttled() {
        return new ProblemException(
                ProblemType.THROTTLED,
                "Too many wrong client secrets. The right one is taken at any time.",
                List.of(),
                wrongSecrets.pause());
    }
}
