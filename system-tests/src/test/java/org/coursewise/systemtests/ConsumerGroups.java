package org.coursewise.systemtests;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

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
        return memberIds().stream().map(Set::size).toList();
    }

    /** Who is in each of email's groups: whoever leaves and comes back has another id. */
    List<Set<String>> memberIds() {
        try {
            var groups = admin.describeConsumerGroups(OF_EMAIL).all().get();
            return OF_EMAIL.stream()
                    .map(group -> groups.get(group).members().stream()
                            .map(MemberDescription::consumerId)
                            .collect(Collectors.toSet()))
                    .toList();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How many records the group has acknowledged, of all that the topic ever held. */
    long acknowledged(String group) {
        try {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
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
