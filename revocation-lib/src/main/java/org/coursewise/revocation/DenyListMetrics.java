package org.coursewise.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.coursewise.rest.metrics.Gauges;

/** What {@code /admin/status/<service>} tells of the deny list, at /metrics. */
@ApplicationScoped
class DenyListMetrics {

    @Inject
    Gauges gauges;

    @Inject
    DenyListReader reader;

    void show(@Observes Startup startup) {
        gauges.show(
                "coursewise_deny_list_entries",
                "Facts of auth by which tokens are refused that have not expired",
                () -> reader.status().entries());
        gauges.show(
                "coursewise_deny_list_lag_seconds",
                "For how long it has not been known that all facts of auth were read",
                () -> reader.status().lagSeconds());
        gauges.show(
                "coursewise_deny_list_skipped",
                "Records of auth.user.v1 since the start that were no facts",
                () -> reader.status().skipped());
    }
}
