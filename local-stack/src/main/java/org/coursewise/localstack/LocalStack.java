package org.coursewise.localstack;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coursewise.localstack.home.HomeLock;
import org.coursewise.localstack.home.Ports;
import org.coursewise.localstack.process.BusyPorts;
import org.coursewise.localstack.process.Leftovers;
import org.coursewise.localstack.process.ListeningPort;
import org.coursewise.localstack.process.Part;
import org.coursewise.localstack.process.StackListener;
import org.coursewise.localstack.process.Supervisor;
import org.coursewise.localstack.sample.SampleData;

/**
 * All of Coursewise on this machine. Each part is a process of its own and is named as in the list of {@link #parts()}:
 * it can be killed, frozen and started again while the others run.
 */
public final class LocalStack implements AutoCloseable {

    private static final int LOWEST_FREE_OFFSET = 100;
    private static final int HIGHEST_FREE_OFFSET = 5_700;
    private static final int OFFSET_STEP = 14;

    private final Blueprint blueprint;
    private final List<Part> parts;
    private final HomeLock lock;
    private final Supervisor supervisor;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LocalStack(Blueprint blueprint, List<Part> parts, HomeLock lock, StackListener listener) {
        this.blueprint = blueprint;
        this.parts = parts;
        this.lock = lock;
        var home = blueprint.home();
        this.supervisor = new Supervisor(parts, home.run(), home.logs(), listener, Clock.systemUTC());
    }

    /**
     * Starts a stack and returns when all of it is ready.
     *
     * @throws StackRefusedException when something stands in the way before anything was started
     * @throws org.coursewise.localstack.process.StartFailedException when a part does not become ready; all is stopped
     */
    public static LocalStack start(StackOptions options) {
        var stack = open(options, StackListener.SILENT);
        try {
            stack.startAll();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** An offset at which every port is free now, below those that systems give to outgoing connections. */
    public static int freePortOffset() {
        var offsets = new ArrayList<Integer>();
        for (var offset = LOWEST_FREE_OFFSET; offset < HIGHEST_FREE_OFFSET; offset += OFFSET_STEP) {
            offsets.add(offset);
        }
        Collections.shuffle(offsets);
        return offsets.stream()
                .filter(LocalStack::isFree)
                .findFirst()
                .orElseThrow(() -> new StackRefusedException("No port offset has all its ports free"));
    }

    private static boolean isFree(int offset) {
        var ports = new Ports(offset);
        var second = Stream.of(ports.auth(), ports.course(), ports.email()).map(port -> Ports.replica(port, 2));
        return Stream.concat(ports.all().stream(), second).noneMatch(BusyPorts::isBusy);
    }

    /** Takes the home, ends what a killed stack left running on it and looks whether the ports are free. */
    static LocalStack open(StackOptions options, StackListener listener) {
        LibraryLogs.quieten();
        var blueprint = new Blueprint(options);
        var home = blueprint.home();
        var lock = HomeLock.take(home);
        try {
            Leftovers.end(home.run());
            if (options.fresh()) {
                home.clear();
            }
            var parts = blueprint.parts();
            requireFree(parts.stream().flatMap(part -> part.ports().stream()).toList());
            return new LocalStack(blueprint, parts, lock, listener);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    void startAll() {
        supervisor.start();
    }

    /** Fills an empty stack with courses and learners and trains a model; one that has them stays as it is. */
    public void loadSampleData() {
        loadSampleData(step -> {});
    }

    void loadSampleData(Consumer<String> progress) {
        var sample = new SampleData(addresses().api(), home(), Clock.systemUTC(), progress);
        if (!sample.isLoaded()) {
            sample.load(adminEmail(), adminPassword());
        }
    }

    /** The names of all parts. */
    public List<String> parts() {
        return parts.stream().map(Part::name).toList();
    }

    public Addresses addresses() {
        return blueprint.addresses();
    }

    public Path home() {
        return blueprint.home().folder();
    }

    public String adminEmail() {
        return blueprint.admin().email();
    }

    public String adminPassword() {
        return blueprint.admin().password();
    }

    public String jdbcUrl(String service) {
        return blueprint.postgres().jdbcUrl(service);
    }

    /** Of the role that bears the service's name. */
    public String databasePassword(String service) {
        return blueprint.postgres().password(service);
    }

    public String kafkaBootstrapServers() {
        return blueprint.kafka().bootstrapServers();
    }

    /** What a server of the service is given as environment variables, for one that is started by other means. */
    public Map<String, String> settings(String service) {
        return blueprint.settings(service);
    }

    public String mongoUri(String database) {
        return blueprint.mongo().uri(database);
    }

    /** SIGKILL: the part gets no chance to tidy up. */
    public void kill(String part) {
        supervisor.kill(part);
    }

    /** SIGSTOP: the part keeps its connections and answers nothing until {@link #thaw}. */
    public void freeze(String part) {
        supervisor.freeze(part);
    }

    public void thaw(String part) {
        supervisor.thaw(part);
    }

    /** Stops one part gently. */
    public void stop(String part) {
        supervisor.stop(part);
    }

    /** Starts a part again, after stopping it if it runs, and returns when it is ready. */
    public void restart(String part) {
        supervisor.restart(part);
    }

    public boolean isRunning(String part) {
        return supervisor.isRunning(part);
    }

    /** Processor time that a part has used since its start; what it has PostgreSQL do is not in it. */
    public Duration processorTime(String part) {
        return supervisor.processorTime(part);
    }

    /** Bytes that the part holds in memory. Linux alone. */
    public long residentMemory(String part) {
        return supervisor.residentMemory(part);
    }

    /** The last lines that a part wrote. */
    public List<String> lastLines(String part) {
        return supervisor.lastLines(part);
    }

    String adminPasswordInShell() {
        return blueprint.admin().passwordInShell();
    }

    String describeAdminPassword() {
        return blueprint.admin().describePassword();
    }

    /** Stops all parts in order; the data stays. */
    @Override
    public void close() {
        supervisor.stop();
        if (closed.compareAndSet(false, true)) {
            lock.close();
        }
    }

    private static void requireFree(List<ListeningPort> wanted) {
        var busy = BusyPorts.among(wanted);
        if (!busy.isEmpty()) {
            var list = busy.stream()
                    .map(port -> "  " + port.number() + "  wanted by " + port.use())
                    .collect(Collectors.joining("\n"));
            throw new StackRefusedException("These ports are in use by other programs:\n" + list
                    + "\nStop those, or shift every port of this stack: COURSEWISE_PORT_OFFSET=1000 mvn -Prun");
        }
    }
}
