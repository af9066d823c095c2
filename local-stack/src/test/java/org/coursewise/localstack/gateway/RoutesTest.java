package org.coursewise.localstack.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.coursewise.localstack.gateway.Routes.Service;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/users, AUTH",
        "/api/v1/users/me/sessions/7, AUTH",
        "/api/v1/users/me/notification-preferences, EMAIL",
        "/api/v1/admin/users/7/roles, AUTH",
        "/api/v1/admin/status/auth, AUTH",
        "/api/v1/admin/erasures/auth/7, AUTH",
        "/api/v1/admin/erasures/course/7, COURSE",
        "/api/v1/admin/erasures/email/7, EMAIL",
        "/api/v1/users/me/export, AUTH",
        "/api/v1/learners/me/export, COURSE",
        "/api/v1/messages/me/export, EMAIL",
        "/api/v1/admin/status/email, EMAIL",
        "/api/v1/admin/status/course, COURSE",
        "/api/v1/admin/models/4/promotion, COURSE",
        "/api/v1/messages/7/events, EMAIL",
        "/api/v1/courses/7/similar, COURSE",
        "/api/v1/learners/me/recommendations, COURSE",
        "/.well-known/jwks.json, AUTH",
        "/openapi/email, EMAIL",
        "/api/v1/openapi/auth, AUTH",
    })
    void aPathBelongsToOneService(String path, Service service) {
        assertThat(Routes.of(path)).contains(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/health",
                "/health/ready",
                "/metrics",
                "/openapi",
                "/api/v1",
                "/api/v1/usersx",
                "/api/v1/health",
                "/api/v1/admin",
                "/api/v1/admin/status",
                "/users"
            })
    void whatIsNotListedIsNobodys(String path) {
        assertThat(Routes.of(path)).isEmpty();
    }
}
