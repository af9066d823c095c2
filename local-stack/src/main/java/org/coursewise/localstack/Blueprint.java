package org.coursewise.localstack;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.coursewise.localstack.gateway.Gateway;
import org.coursewise.localstack.home.Ports;
import org.coursewise.localstack.home.Secrets;
import org.coursewise.localstack.home.StackHome;
import org.coursewise.localstack.kafka.KafkaBroker;
import org.coursewise.localstack.liberty.EntryPoint;
import org.coursewise.localstack.liberty.LibertyServer;
import org.coursewise.localstack.mail.MailServer;
import org.coursewise.localstack.mongo.MongoStore;
import org.coursewise.localstack.postgres.PostgresServer;
import org.coursewise.localstack.process.Part;
import org.coursewise.localstack.trace.TraceCollector;
import org.coursewise.localstack.worker.TrainingWorker;

/** The whole stack as a list: its parts, what each needs, and the settings the servers are given. */
final class Blueprint {

    /** Ten times as long as the gateway takes to notice that a replica is no longer ready. */
    private static final String NOTICED_AFTER_SECONDS = "2";

    private final StackOptions options;
    private final StackHome home;
    private final Ports ports;
    private final Addresses addresses;
    private final Secrets secrets;
    private final FirstAdmin admin;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final MongoStore mongo;
    private final TraceCollector traces;

    Blueprint(StackOptions options) {
        this.options = options;
        this.home = new StackHome(options.home());
        this.ports = new Ports(options.portOffset());
        this.addresses = new Addresses(ports);
        this.secrets = new Secrets(home);
        this.admin = new FirstAdmin(secrets, options.settings());
        // A service with a relational database has its name here
        this.postgres = new PostgresServer(home, secrets, ports.postgres(), List.of("auth", "course"));
        this.kafka = new KafkaBroker(home, ports);
        this.mongo = new MongoStore(home, ports.mongo());
        this.traces = new TraceCollector(home, ports.traces());
    }

    StackHome home() {
        return home;
    }

    Addresses addresses() {
        return addresses;
    }

    FirstAdmin admin() {
        return admin;
    }

    PostgresServer postgres() {
        return postgres;
    }

    KafkaBroker kafka() {
        return kafka;
    }

    MongoStore mongo() {
        return mongo;
    }

    /** Those asked for, each after the ones it needs. */
    List<Part> parts() {
        var all = new ArrayList<>(List.of(
                postgres.part(),
                kafka.part(),
                mongo.part(),
                new MailServer(home, ports.smtp(), ports.imap()).part(),
                new Gateway(home, ports, options::replicasOf).part()));
        var stores = Set.of(PostgresServer.NAME, KafkaBroker.NAME);
        all.addAll(replicas("auth", ports.auth(), stores));
        all.addAll(replicas("course", ports.course(), stores));
        all.add(new TrainingWorker(home, workerSettings()).part());
        all.addAll(replicas("email", ports.email(), Set.of(MongoStore.NAME, KafkaBroker.NAME, MailServer.NAME)));
        all.add(server("console", 1, ports.console(), Set.of()));
        if (options.observe()) {
            all.add(traces.part());
        }
        var wanted = options.parts();
        var names = all.stream().map(Part::name).toList();
        if (!names.containsAll(wanted)) {
            throw new IllegalArgumentException("Parts are " + names + ", but asked for were " + wanted);
        }
        return wanted.isEmpty() ? all : selected(all, wanted);
    }

    /** Whoever picks parts runs the others by other means, or not at all. */
    private static List<Part> selected(List<Part> all, Set<String> wanted) {
        var chosen = new ArrayList<Part>();
        for (var part : all) {
            if (wanted.contains(part.name())) {
                chosen.add(part.needingOnly(wanted));
            }
        }
        return chosen;
    }

    /** What a server of the service is given as environment variables. */
    Map<String, String> settings(String service) {
        var settings = new HashMap<>(commonSettings());
        settings.putAll(
                switch (service) {
                    case "auth" -> authSettings();
                    case "course" -> databaseSettings("course");
                    case "email" -> emailSettings();
                    case "console" -> plainHttpSettings();
                    default -> Map.of();
                });
        settings.putAll(traceSettings(service));
        settings.put("COURSEWISE_DATA_KEYS", secrets.key("data-keys-" + service));
        settings.put(EntryPoint.DRAIN_SECONDS, NOTICED_AFTER_SECONDS);
        settings.putAll(options.settings());
        return settings;
    }

    private List<Part> replicas(String service, int port, Set<String> needs) {
        return IntStream.rangeClosed(1, options.replicasOf(service))
                .mapToObj(number -> server(service, number, Ports.replica(port, number), needs))
                .toList();
    }

    private Part server(String service, int number, int port, Set<String> needs) {
        return new LibertyServer(
                        service, number, port, needs, settings(service), options.releaseOf(service, number), home)
                .part();
    }

    private Map<String, String> commonSettings() {
        return Map.of(
                "COURSEWISE_PUBLIC_URL", addresses.console().toString(),
                "COURSEWISE_API_URL", addresses.api().toString(),
                "COURSEWISE_ISSUER", addresses.api().toString(),
                "COURSEWISE_JWKS_URL",
                        keysHost().resolve("/.well-known/jwks.json").toString(),
                "COURSEWISE_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "COURSEWISE_KEYSTORE_PASSWORD", secrets.password("keystore"),
                "COURSEWISE_MAIL_KEYS", secrets.key("mail-keys"));
    }

    /** With several replicas of auth through the gateway, which knows who is ready. */
    private URI keysHost() {
        return options.replicasOf("auth") > 1 ? addresses.gateway() : addresses.auth();
    }

    /** On loopback there is no TLS, without which browsers take no cookie of that prefix. */
    private static Map<String, String> plainHttpSettings() {
        return Map.of("COURSEWISE_CONSOLE_COOKIE_NAME", "coursewise", "COURSEWISE_CONSOLE_COOKIE_SECURE", "false");
    }

    private Map<String, String> traceSettings(String service) {
        return options.observe() ? traces.settings(service) : Map.of();
    }

    private Map<String, String> workerSettings() {
        var settings = new HashMap<>(databaseSettings("course"));
        settings.putAll(traceSettings(TrainingWorker.NAME));
        return settings;
    }

    private Map<String, String> authSettings() {
        var settings = new HashMap<>(databaseSettings("auth"));
        settings.put("COURSEWISE_ADMIN_EMAIL", admin.email());
        settings.put("COURSEWISE_ADMIN_PASSWORD", admin.password());
        return settings;
    }

    private Map<String, String> databaseSettings(String service) {
        return Map.of(
                "COURSEWISE_DATABASE_URL", postgres.jdbcUrl(service),
                "COURSEWISE_DATABASE_USER", service,
                "COURSEWISE_DATABASE_PASSWORD", postgres.password(service));
    }

    private Map<String, String> emailSettings() {
        return Map.of(
                "COURSEWISE_MONGODB_URI", mongo.uri("email"),
                "COURSEWISE_SMTP_HOST", "127.0.0.1",
                "COURSEWISE_SMTP_PORT", Integer.toString(ports.smtp()),
                "COURSEWISE_SMTP_STARTTLS", "off",
                "COURSEWISE_MAIL_FROM", "Coursewise <no-reply@coursewise.example>",
                "COURSEWISE_DKIM_SELECTOR", "local",
                "COURSEWISE_DKIM_KEY_FILE", secrets.rsaKey("dkim").toString());
    }
}
