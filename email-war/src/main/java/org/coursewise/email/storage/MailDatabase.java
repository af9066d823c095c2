package org.coursewise.email.storage;

import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;
import org.coursewise.email.settings.EmailSettings;

/** The one client of MongoDB. What it acknowledges is in the journal of most members, or it is an exception. */
@ApplicationScoped
public class MailDatabase {

    /** Short, so that a request is answered 503 and a consumer tries again, instead of piling up behind a database that is gone. */
    private static final int SELECTION_MILLIS = 2_000;

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 10_000;

    @Produces
    @Singleton
    public static MongoClient client(EmailSettings settings) {
        return MongoClients.create(MongoClientSettings.builder()
                .applicationName("email-war")
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(SELECTION_MILLIS, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                        .readTimeout(READ_MILLIS, TimeUnit.MILLISECONDS))
                .applyConnectionString(settings.mongodbUri())
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build());
    }

    static void close(@Disposes MongoClient client) {
        client.close();
    }

    @Produces
    @Singleton
    public static MongoDatabase database(MongoClient client, EmailSettings settings) {
        return client.getDatabase(Objects.requireNonNull(settings.mongodbUri().getDatabase()));
    }
}
