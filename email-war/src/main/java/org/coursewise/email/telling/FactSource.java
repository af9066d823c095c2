package org.coursewise.email.telling;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Where facts wait to be told. */
interface FactSource {

    /** At most {@code limit} aggregates with what is to be told of them. */
    Batch next(int limit);

    /**
     * What goes to Kafka together.
     *
     * @param size how many aggregates it is about
     * @param told marks them as told, once Kafka has all records
     */
    record Batch(int size, List<ProducerRecord<byte[], byte[]>> records, Runnable told) {}
}
