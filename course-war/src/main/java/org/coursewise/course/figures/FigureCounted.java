package org.coursewise.course.figures;

/** Said inside a transaction in which something happened that counts for a model; it counts when that is committed. */
public record FigureCounted(String modelVersion, Figure figure) {}
