package org.coursewise.email;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.net.InetSocketAddress;
import java.util.Map;
import org.coursewise.email.settings.EmailSettings;
import org.coursewise.email.storage.MailDatabase;

/** A MongoDB-compatible server in this JVM, and the client that email-war would make. */
public final class MongoServerOfTests implements AutoCloseable {

    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private final EmailSettings settings;
    private final MongoClient client;
    private final InetSocketAddress address;

    public MongoServerOfTests() {
        address = server.bind();
        settings = SettingsOfTests.with(Map.of("coursewise.mongodb-uri", uri()));
        client = MailDatabase.client(settings);
    }

    public String uri() {
        return "mongodb://" + address.getHostString() + ":" + address.getPort() + "/email";
    }

    public MongoDatabase database() {
        return MailDatabase.database(client, settings);
    }

    /** The server is gone, the client is not. */
    public void stopServer() {
        server.shutdownNow();
    }

    @Override
    public void close() {
        client.close();
        stopServer();
    }
}
