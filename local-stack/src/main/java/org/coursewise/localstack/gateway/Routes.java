package org.coursewise.localstack.gateway;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which service answers a path: the longest prefix of whole segments decides. What is not listed is nobody's, above all
 * each service's own health and metrics.
 */
final class Routes {

    /** A service of the API. */
    enum Service {
        AUTH,
        COURSE,
        EMAIL
    }

    private static final String API = "/api/v1";

    private static final Map<Service, List<String>> UNDER_API = Map.of(
            Service.AUTH,
            List.of(
                    "/users",
                    "/email-verifications",
                    "/password-resets",
                    "/sessions",
                    "/tokens",
                    "/oauth2",
                    "/admin/users",
                    "/admin/clients",
                    "/admin/user-imports",
                    "/admin/user-stats",
                    "/admin/audit-events",
                    "/admin/signing-keys",
                    "/admin/erasures/auth",
                    "/admin/status/auth",
                    "/openapi/auth"),
            Service.COURSE,
            List.of(
                    "/courses",
                    "/categories",
                    "/sections",
                    "/lessons",
                    "/enrollments",
                    "/invitations",
                    "/reviews",
                    "/certificates",
                    "/learners",
                    "/recommendations",
                    "/feedback",
                    "/imports",
                    "/exports",
                    "/admin/training-jobs",
                    "/admin/models",
                    "/admin/reviews",
                    "/admin/recommendation-stats",
                    "/admin/enrollment-stats",
                    "/admin/erasures/course",
                    "/admin/status/course",
                    "/openapi/course"),
            Service.EMAIL,
            List.of(
                    "/messages",
                    "/templates",
                    "/suppressions",
                    "/users/me/notification-preferences",
                    "/unsubscribe",
                    "/dead-letters",
                    "/stats",
                    "/admin/erasures/email",
                    "/admin/status/email",
                    "/openapi/email"));

    private static final Map<String, Service> AT_ROOT = Map.of(
            "/.well-known", Service.AUTH,
            "/openapi/auth", Service.AUTH,
            "/openapi/course", Service.COURSE,
            "/openapi/email", Service.EMAIL);

    private static final Map<String, Service> PREFIXES = longestFirst();

    private Routes() {}

    /** @param path decoded and without dot segments */
    static Optional<Service> of(String path) {
        return PREFIXES.entrySet().stream()
                .filter(entry -> path.equals(entry.getKey()) || path.startsWith(entry.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, Service> longestFirst() {
        var all = new LinkedHashMap<>(AT_ROOT);
        UNDER_API.forEach((service, paths) -> paths.forEach(path -> all.put(API + path, service)));
        var sorted = new LinkedHashMap<String, Service>();
        all.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getKey().length()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
