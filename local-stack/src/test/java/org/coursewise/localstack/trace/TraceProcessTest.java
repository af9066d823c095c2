package org.coursewise.localstack.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TraceProcessTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = new TraceProcess(new Traces()).start(0);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatServicesExportIsShownAsATree() throws IOException, InterruptedException {
        var sent = send("/v1/traces", spans(), true);
        assertThat(sent.statusCode()).isEqualTo(200);

        assertThat(get("/", "text/html").body()).contains("/traces/" + TRACE, "POST /users");
        var tree = get("/traces/" + TRACE, "text/html").body();
        assertThat(tree).contains("padding-left:0.0rem\">POST /users", "padding-left:1.5rem\">&lt;send&gt;");
        assertThat(get("/traces/" + TRACE, "application/json").body())
                .contains("\"service\":\"coursewise-auth\"", "\"parentId\":\"b7ad6b7169203331\"", "\"failed\":true");
    }

    @Test
    void aTraceThatIsNotKnownIsNotFound() throws IOException, InterruptedException {
        assertThat(get("/traces/" + TRACE, "text/html").statusCode()).isEqualTo(404);
    }

    @Test
    void spansThatAreNoneAreRefusedAndTheNextAreTaken() throws IOException, InterruptedException {
        assertThat(send("/v1/traces", "rubbish".getBytes(StandardCharsets.UTF_8), false)
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("/v1/traces", spans(), false).statusCode()).isEqualTo(200);
    }

    private static byte[] spans() {
        var request = span("POST /users", "b7ad6b7169203331", "").build();
        var mail = span("<send>", "00f067aa0ba902b7", "b7ad6b7169203331")
                .setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR))
                .build();
        var service = KeyValue.newBuilder()
                .setKey("service.name")
                .setValue(AnyValue.newBuilder().setStringValue("coursewise-auth"));
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder().addAttributes(service))
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(request).addSpans(mail)))
                .build()
                .toByteArray();
    }

    private static Span.Builder span(String name, String id, String parent) {
        return Span.newBuilder()
                .setTraceId(bytes(TRACE))
                .setSpanId(bytes(id))
                .setParentSpanId(bytes(parent))
                .setKind(Span.SpanKind.SPAN_KIND_SERVER)
                .setName(name)
                .setStartTimeUnixNano(1_000_000)
                .setEndTimeUnixNano(3_000_000);
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri(path)).header("Accept", accept).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String path, byte[] body, boolean zipped)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(path));
        if (zipped) {
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write(body);
            }
            request.header("Content-Encoding", "gzip").POST(BodyPublishers.ofByteArray(packed.toByteArray()));
        } else {
            request.POST(BodyPublishers.ofByteArray(body));
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }
}
