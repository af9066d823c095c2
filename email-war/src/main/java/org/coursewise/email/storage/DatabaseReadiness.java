package org.coursewise.email.storage;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Without MongoDB no request can be answered. The SMTP server may be down: mails wait for it. */
@Readiness
@Singleton
public class DatabaseReadiness implements HealthCheck {

    private static final Document PING = new Document("ping", 1);

    private final MongoDatabase database;

    @Inject
    public DatabaseReadiness(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("mongodb");
        try {
            database.runCommand(PING);
            return response.up().build();
        } catch (MongoException e) {
            return response.down().withData("reason", "does not answer").build();
        }
    }
}
