package org.coursewise.localstack;

import java.net.URI;
import org.coursewise.localstack.home.Ports;

/**
 * Where a running stack is reached. People and links in mails use {@code localhost}; the services call each other on
 * 127.0.0.1.
 */
public record Addresses(Ports ports) {

    /** The API's host, without {@code /api/v1}. */
    public URI api() {
        return people(ports.gateway());
    }

    public URI console() {
        return people(ports.console());
    }

    /** Each service's own address, where its health and metrics are. */
    public URI auth() {
        return internal(ports.auth());
    }

    public URI course() {
        return internal(ports.course());
    }

    public URI email() {
        return internal(ports.email());
    }

    /** Where traces are shown, if they are. */
    public URI traces() {
        return people(ports.traces());
    }

    /** The API's host as the services call it. */
    URI gateway() {
        return internal(ports.gateway());
    }

    private static URI people(int port) {
        return URI.create("http://localhost:" + port);
    }

    private static URI internal(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
