package org.coursewise.course.telemetry;

/**
 * Said inside a transaction of which listeners are told when it is committed.
 *
 * @param data a record that is written as JSON
 */
public record TelemetrySaid(String fact, String learner, Object data) {}
