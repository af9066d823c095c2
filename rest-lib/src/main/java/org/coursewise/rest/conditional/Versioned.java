package org.coursewise.rest.conditional;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A resource's wire form that carries its own strong entity tag, without the quotes. The tag changes whenever anything
 * shown does; it is sent as {@code ETag} and is no field of the JSON.
 */
public interface Versioned {

    @JsonIgnore
    String etag();
}
