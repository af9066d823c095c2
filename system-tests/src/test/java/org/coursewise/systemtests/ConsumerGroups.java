package org.coursewise.systemtests;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Who reads from Kafka for a service. */
final class ConsumerGroups implements AutoCloseable {

    private static final List<String> OF_EMAIL =
            List.of("email-war-commands", "email-war-users", "email-war-enrollments");

    private final Admin admin;

    ConsumerGroups(String servers) {
        this.admin = Admin.create(Map.of("bootstrap.servers", servers));
    }

    /** How many members each of email's groups has. */
    List<Integer> members() {
        try {
            var groups = admin.describeConsumerGroups(OF_EMAIL).all().get();
            return OF_EMAIL.stream()
                    .map(group -> groups.get(group).members().size())
                    .toList();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
