package org.coursewise.auth.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;

/** The device that the present request comes from. */
@ApplicationScoped
public class CallingDevice {

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    public Device get() {
        return Device.of(request.getHeader(HttpHeaders.USER_AGENT), request.getRemoteAddr());
    }

    /** This very moment, on this device. */
    public Occasion now() {
        return new Occasion(clock.instant(), get());
    }
}
