package org.coursewise.email.template;

/** A text that cannot be filled in; says which variable is at fault. */
public final class RenderingException extends RuntimeException {

    RenderingException(String message) {
        super(message);
    }
}
