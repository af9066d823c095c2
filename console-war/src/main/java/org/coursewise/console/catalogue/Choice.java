package org.coursewise.console.catalogue;

/**
 * Something to tick.
 *
 * @param id as the API is sent it
 * @param name as people know it
 * @param isTicked whether it is chosen
 */
public record Choice(String id, String name, boolean isTicked) {}
