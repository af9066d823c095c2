package org.coursewise.localstack.trace;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes spans as OTLP over HTTP and shows them: {@code POST /v1/traces}, {@code GET /}, {@code GET /traces/<id>}, the last
 * also as JSON for who accepts that. On the loopback address alone.
 */
final class TraceProcess {

    private static final int LATEST = 200;
    private static final String PROTOBUF = "application/x-protobuf";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String PAGE = "/traces/";

    private final Traces traces;

    TraceProcess(Traces traces) {
        this.traces = traces;
    }

    public static void main(String[] arguments) throws IOException {
        new TraceProcess(new Traces()).start(Integer.parseInt(arguments[0]));
    }

    HttpServer start(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/v1/traces", this::take);
        server.createContext("/", this::show);
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.start();
        return server;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            takeBody(exchange);
        }
    }

    private void takeBody(HttpExchange exchange) throws IOException {
        try (var body = body(exchange)) {
            traces.add(ExportTraceServiceRequest.parseFrom(body));
            answer(
                    exchange,
                    200,
                    PROTOBUF,
                    ExportTraceServiceResponse.getDefaultInstance().toByteArray());
        } catch (InvalidProtocolBufferException | ZipException e) {
            answer(exchange, 400, TEXT, utf8("No spans of OTLP: " + e.getMessage() + "\n"));
        }
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        var isZipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return isZipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
    }

    private void show(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.equals("/")) {
                answer(exchange, 200, HTML, utf8(TracePages.list(traces.latest(LATEST))));
                return;
            }
            var trace = path.startsWith(PAGE) ? traces.trace(path.substring(PAGE.length())) : null;
            if (trace == null || trace.isEmpty()) {
                answer(exchange, 404, TEXT, utf8("There is no such trace here (any more).\n"));
            } else if (String.valueOf(exchange.getRequestHeaders().getFirst("Accept"))
                    .contains("json")) {
                answer(exchange, 200, "application/json", JsonMapper.shared().writeValueAsBytes(trace));
            } else {
                answer(exchange, 200, HTML, utf8(TracePages.tree(trace)));
            }
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
