package org.coursewise.worker;

/**
 * A part of the work.
 *
 * @param progress from 0 to 1
 */
record Stage(String name, double progress) {}
