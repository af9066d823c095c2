package org.coursewise.localstack.home;

import java.util.List;

/** Where each part listens on the loopback address: the default port, shifted by an offset. */
public record Ports(int offset) {

    /** One more replica listens so much higher than the one before. */
    private static final int REPLICA_STEP = 100;

    private static final int MOST_REPLICAS = 9;
    private static final int HIGHEST_DEFAULT = 27017;

    public Ports {
        if (offset < 0 || offset > 65535 - HIGHEST_DEFAULT) {
            throw new IllegalArgumentException(
                    "COURSEWISE_PORT_OFFSET must be between 0 and " + (65535 - HIGHEST_DEFAULT) + ", but is " + offset);
        }
    }

    public int gateway() {
        return 8080 + offset;
    }

    public int console() {
        return 9080 + offset;
    }

    public int auth() {
        return 9081 + offset;
    }

    public int course() {
        return 9082 + offset;
    }

    public int email() {
        return 9083 + offset;
    }

    /**
     * Where a further replica of a service listens: the second of course on 9182, the third on 9282.
     *
     * @param first the port of the service's first replica
     * @param number which replica, from 1 on
     */
    public static int replica(int first, int number) {
        if (number < 1 || number > MOST_REPLICAS) {
            throw new IllegalArgumentException(
                    "A service has 1 to " + MOST_REPLICAS + " replicas here, but asked for was " + number);
        }
        return first + REPLICA_STEP * (number - 1);
    }

    public int kafka() {
        return 9092 + offset;
    }

    /** Kafka's own business: its controller talks to itself here. */
    public int kafkaController() {
        return 9093 + offset;
    }

    public int postgres() {
        return 15432 + offset;
    }

    public int mongo() {
        return HIGHEST_DEFAULT + offset;
    }

    public int smtp() {
        return 3025 + offset;
    }

    public int imap() {
        return 3143 + offset;
    }

    /** Open only where traces are shown: the port that OTLP over HTTP has everywhere. */
    public int traces() {
        return 4318 + offset;
    }

    public List<Integer> all() {
        return List.of(
                gateway(),
                console(),
                auth(),
                course(),
                email(),
                kafka(),
                kafkaController(),
                postgres(),
                mongo(),
                smtp(),
                imap(),
                traces());
    }
}
