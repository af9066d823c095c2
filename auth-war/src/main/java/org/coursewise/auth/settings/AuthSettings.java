package org.coursewise.auth.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.coursewise.postgres.OutboxSettings;
import org.coursewise.settings.SecretBox;
import org.coursewise.settings.Settings;

/**
 * Auth's settings; the table in auth-war/README.md says what each is for.
 *
 * @param dataKeys seal what is kept: signing keys, secrets of second factors, stored answers
 * @param mailKeys seal one-time links on their way to the mail service
 */
public record AuthSettings(
        URI publicUrl,
        URI apiUrl,
        String issuer,
        List<String> audiences,
        SecretBox dataKeys,
        SecretBox mailKeys,
        OutboxSettings outbox,
        Optional<String> adminEmail,
        Optional<String> adminPassword,
        Duration accessTokenLifetime,
        Duration refreshTokenIdle,
        Duration sessionLifetime,
        Duration verificationLifetime,
        Duration resetLifetime,
        int passwordMinimumLength,
        int hashingParallelism,
        Duration hashingWait,
        String factorIssuer,
        boolean secondFactorForAdmins,
        ThrottleSettings throttle) {

    public static AuthSettings from(Settings settings) {
        // the server itself reads these; asking here names them when they are missing
        settings.required("coursewise.database-url");
        settings.required("coursewise.database-user");
        settings.required("coursewise.database-password");
        settings.required("coursewise.keystore-password");
        return new AuthSettings(
                settings.uri("coursewise.public-url"),
                settings.uri("coursewise.api-url"),
                settings.required("coursewise.issuer"),
                List.of("coursewise-auth", "coursewise-course", "coursewise-email"),
                settings.secretBox("coursewise.data-keys"),
                settings.secretBox("coursewise.mail-keys"),
                OutboxSettings.from("auth", settings),
                settings.optional("coursewise.admin-email"),
                settings.optional("coursewise.admin-password"),
                settings.duration("coursewise.access-token-lifetime", Duration.ofMinutes(10)),
                settings.duration("coursewise.refresh-token-idle", Duration.ofDays(14)),
                settings.duration("coursewise.session-lifetime", Duration.ofDays(60)),
                settings.duration("coursewise.verification-lifetime", Duration.ofHours(24)),
                settings.duration("coursewise.reset-lifetime", Duration.ofMinutes(10)),
                settings.integer("coursewise.password-minimum-length", 8),
                settings.integer(
                        "coursewise.hashing-parallelism",
                        Math.max(1, Runtime.getRuntime().availableProcessors())),
                settings.duration("coursewise.hashing-wait", Duration.ofSeconds(5)),
                settings.text("coursewise.factor-issuer", "Coursewise"),
                settings.flag("coursewise.second-factor-for-admins", false),
                ThrottleSettings.from(settings));
    }
}
