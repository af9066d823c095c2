package org.coursewise.localstack.process;

/**
 * A port that a part needs for itself.
 *
 * @param use what listens there, as a person calls it
 */
public record ListeningPort(int number, String use) {}
