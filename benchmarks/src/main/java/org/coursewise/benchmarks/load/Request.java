package org.coursewise.benchmarks.load;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A GET as it goes over the wire, made once and sent many times.
 *
 * @param status of the only answer that is a good one
 */
public record Request(ByteBuffer bytes, String path, int status) {

    public Request {
        bytes = bytes.asReadOnlyBuffer();
    }

    /** Anybody's, to be answered 200. */
    public static Request get(URI server, String path) {
        return new Request(written(server, path, ""), path, 200);
    }

    /** Of somebody who is known, to be answered 200. */
    public static Request as(URI server, String path, String authorization) {
        return new Request(written(server, path, "Authorization: " + authorization + "\r\n"), path, 200);
    }

    /** Of somebody who knows the answer by this tag already. */
    public static Request getUnless(URI server, String path, String etag) {
        return new Request(written(server, path, "If-None-Match: " + etag + "\r\n"), path, 304);
    }

    private static ByteBuffer written(URI server, String path, String headers) {
        var text = "GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n" + headers + "\r\n";
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    /** For one sending. */
    @Override
    public ByteBuffer bytes() {
        return bytes.duplicate();
    }
}
