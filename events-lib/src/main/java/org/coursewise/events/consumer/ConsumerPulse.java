package org.coursewise.events.consumer;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;
import org.jspecify.annotations.Nullable;

/**
 * Listens to the heart of each Kafka consumer of this service. The connector keeps its consumers to itself, but Kafka's
 * client tells its figures to every class named in {@code metric.reporters}; this one is named there by the library's
 * {@code microprofile-config.properties}, and found again by the consumer's group.
 */
public final class ConsumerPulse implements MetricsReporter {

    private static final Map<String, ConsumerPulse> BY_GROUP = new ConcurrentHashMap<>();
    private static final String COORDINATION = "consumer-coordinator-metrics";
    private static final String FETCHING = "consumer-fetch-manager-metrics";

    private final Map<String, KafkaMetric> figures = new ConcurrentHashMap<>();
    private @Nullable String group;

    /** The pulse of the group's consumer in this service, if it has one that is not closed. */
    static @Nullable ConsumerPulse of(String group) {
        return BY_GROUP.get(group);
    }

    /** How many partitions it reads now. */
    long assignedPartitions() {
        return figure(COORDINATION, "assigned-partitions");
    }

    /**
     * Grows for as long as the consumer is alive: by heartbeats while it belongs to its group and is polled often
     * enough, by fetches while it is polled. Fetches end with the stream, heartbeats five minutes later.
     */
    long beats() {
        var fetches = figure(FETCHING, "fetch-total");
        return assignedPartitions() == 0 ? figure(COORDINATION, "heartbeat-total") + fetches : fetches;
    }

    /** How often it joined its group. */
    long joins() {
        return figure(COORDINATION, "rebalance-total");
    }

    @Override
    public void configure(Map<String, ?> configs) {
        if (configs.get(CommonClientConfigs.GROUP_ID_CONFIG) instanceof String name) {
            group = name;
            BY_GROUP.put(name, this);
        }
    }

    @Override
    public void init(List<KafkaMetric> metrics) {
        metrics.forEach(this::metricChange);
    }

    @Override
    public void metricChange(KafkaMetric metric) {
        var name = metric.metricName();
        if ((name.group().equals(COORDINATION) || name.group().equals(FETCHING))
                && !name.tags().containsKey("topic")) {
            figures.put(name.group() + "/" + name.name(), metric);
        }
    }

    @Override
    public void metricRemoval(KafkaMetric metric) {
        var name = metric.metricName();
        figures.remove(name.group() + "/" + name.name(), metric);
    }

    @Override
    public void close() {
        if (group != null) {
            BY_GROUP.remove(group, this);
        }
    }

    private long figure(String metricGroup, String name) {
        var metric = figures.get(metricGroup + "/" + name);
        return metric != null && metric.metricValue() instanceof Double value && !value.isNaN() ? value.longValue() : 0;
    }
}
