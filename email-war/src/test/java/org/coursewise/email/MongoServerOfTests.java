package org.coursewise.email;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.coursewise.email.settings.EmailSettings;
import org.coursewise.email.storage.MailDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An empty database for each test, and the client that email-war would make. It is on a MongoDB-compatible server in this
 * JVM, or, with {@code -Dcoursewise.test.mongodb-uri}, on that MongoDB under a name of its own, and dropped in the end.
 */
public final class MongoServerOfTests implements BeforeEachCallback, AfterAllCallback, AutoCloseable {

    private static final String REAL = "coursewise.test.mongodb-uri";
    /** Host and options; a database that it names is not touched. */
    private static final Pattern URI = Pattern.compile("(mongodb(?:\\+srv)?://[^/?]+)(?:/[^?]*)?(\\?.*)?");

    private final @Nullable MongoServer server;
    private final EmailSettings settings;
    private final MongoClient client;

    public MongoServerOfTests() {
        this(System.getProperty(REAL, ""));
    }

    private MongoServerOfTests(String real) {
        server = real.isEmpty() ? new MongoServer(H2Backend.inMemory()) : null;
        settings = SettingsOfTests.with(Map.of(
                "coursewise.mongodb-uri",
                server == null ? ofItsOwn(real) : server.bindAndGetConnectionString() + "/email"));
        client = MailDatabase.client(settings);
    }

    /** In this JVM in any case: a test may stop it. */
    public static MongoServerOfTests embedded() {
        return new MongoServerOfTests("");
    }

    private static String ofItsOwn(String real) {
        var uri = URI.matcher(real);
        if (!uri.matches()) {
            throw new IllegalArgumentException(REAL + " is no mongodb:// URI");
        }
        var options = uri.group(2) == null ? "" : uri.group(2);
        return uri.group(1) + "/coursewise_test_" + UUID.randomUUID().toString().replace("-", "") + options;
    }

    public MongoDatabase database() {
        return MailDatabase.database(client, settings);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        database().drop();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    /** The server in this JVM is gone, the client is not. */
    public void stopServer() {
        if (server != null) {
            server.shutdownNow();
        }
    }

    @Override
    public void close() {
        if (server == null) {
            database().drop();
        }
        client.close();
        stopServer();
    }
}
