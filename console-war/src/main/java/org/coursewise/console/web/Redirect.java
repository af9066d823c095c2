package org.coursewise.console.web;

import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Ends the answer by sending the browser elsewhere in the console. */
public final class Redirect {

    private Redirect() {}

    public static void to(String address) {
        try {
            FacesContext.getCurrentInstance().getExternalContext().redirect(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
