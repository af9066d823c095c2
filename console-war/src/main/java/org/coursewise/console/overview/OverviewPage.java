package org.coursewise.console.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.Call;

/** {@code /overview}: how the three services are, and what happened in the last weeks. A service that is down spoils its own part alone. */
@Named("overview")
@RequestScoped
public class OverviewPage {

    private static final List<String> SERVICES = List.of("auth", "course", "email");

    @Inject
    Api api;

    private List<Service> services = List.of();

    /**
     * A service as it says it is.
     *
     * @param status empty when it does not answer
     */
    public record Service(String name, Map<String, Object> status) {

        public boolean isUp() {
            return "up".equals(status.get("status"));
        }
    }

    public void load() {
        services = SERVICES.stream().map(this::service).toList();
    }

    public List<Service> getServices() {
        return services;
    }

    private Service service(String name) {
        try {
            return new Service(name, api.get(Call.to("admin", "status", name)).body());
        } catch (ApiException e) {
            return new Service(name, Map.of());
        }
    }
}
