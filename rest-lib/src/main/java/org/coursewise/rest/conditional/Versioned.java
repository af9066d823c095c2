package org.coursewise.rest.conditional;

/** A resource's wire form that carries its own strong entity tag, without the quotes. */
public interface Versioned {

    String etag();
}
