package org.coursewise.console.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.coursewise.console.web.Redirect;

/** The button that ends the session, here and in the API. */
@Named("logout")
@RequestScoped
public class LogOut {

    @Inject
    Visit visit;

    public void now() {
        visit.end();
        Redirect.to("/login?bye=1");
    }
}
