package org.coursewise.systemtests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** HTTP from an address of one's choice, or to one that is none, which Java 17's client does not offer. */
final class RawHttp {

    private final URI server;
    private final String from;

    RawHttp(URI server, String from) {
        this.server = server;
        this.from = from;
    }

    /** The status of the answer. */
    int get(String path, Map<String, String> headers) throws IOException {
        return send("GET " + path, headers, new byte[0]);
    }

    /** The status of the answer. */
    int post(String path, Map<String, String> headers, Object body) throws IOException {
        return send("POST " + path, headers, Api.JSON.writeValueAsBytes(body));
    }

    private int send(String request, Map<String, String> headers, byte[] content) throws IOException {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            var head = new StringBuilder(request + " HTTP/1.1\r\nHost: " + server.getAuthority()
                    + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + content.length
                    + "\r\n");
            headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
            var out = socket.getOutputStream();
            out.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
            out.write(content);
            out.flush();
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return Integer.parseInt(in.readLine().split(" ", -1)[1]);
        }
    }
}
