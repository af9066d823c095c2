package org.coursewise.events.outbox;

import org.coursewise.events.Event;

/** An event that waits, with its topic and its place in the row. */
record OutboxRow(long position, String topic, Event event) {}
