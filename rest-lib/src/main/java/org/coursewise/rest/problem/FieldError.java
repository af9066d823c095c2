package org.coursewise.rest.problem;

/** What is wrong with one field of the input; the field as a client wrote it, {@code address.city} when nested. */
public record FieldError(String field, String message) {}
