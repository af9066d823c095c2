package org.coursewise.drain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready while the drain file is there, which the entry point makes some time before it stops the server: Liberty closes
 * its port as soon as it is asked to stop, and whoever sends requests must have gone elsewhere by then. Requests that come
 * all the same are answered as ever.
 */
@Readiness
@ApplicationScoped
public class Draining implements HealthCheck {

    private final Optional<Path> file;

    /** For the container's proxy. */
    Draining() {
        this(Optional.empty());
    }

    /** @param file {@code COURSEWISE_DRAIN_FILE}; without one the server is never drained */
    @Inject
    public Draining(@ConfigProperty(name = "coursewise.drain-file") Optional<String> file) {
        this.file = file.map(Path::of);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("draining").status(!isUnderWay()).build();
    }

    boolean isUnderWay() {
        return file.filter(Files::exists).isPresent();
    }
}
