/** Kafka in KRaft mode, with every topic. */
@NullMarked
package org.coursewise.localstack.kafka;

import org.jspecify.annotations.NullMarked;
