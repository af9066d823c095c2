package org.coursewise.localstack.gateway;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Passes each request on to the service that its path belongs to, and streams both bodies. Nothing is sent twice: whether
 * a request that was broken off has been carried out only its sender can find out.
 */
final class Forwarding extends ProxyHandler {

    private static final long CONNECT_MILLIS = 2_000;
    /** Without a byte either way for so long, the service is given up. */
    private static final long SILENCE_MILLIS = 30_000;

    private static final int CONNECTIONS_PER_SERVICE = 256;
    /** Above what the gateway itself takes, so that an address and headers that came in also go out. */
    private static final int HEADER_BYTES = 16 << 10;

    private static final String REPLICA = Replica.class.getName();

    private static final Pattern DOT_SEGMENT = Pattern.compile("/\\.{1,2}(/|;|$)");
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final Replicas replicas;

    Forwarding(Replicas replicas) {
        this.replicas = replicas;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (isAmbiguous(request.getHttpURI())) {
            Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
            return true;
        }
        var service = Routes.of(path(request));
        if (service.isEmpty()) {
            Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            return true;
        }
        var replica = replicas.next(service.get());
        if (replica.isEmpty()) {
            Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
            return true;
        }
        request.setAttribute(REPLICA, replica.get());
        return super.handle(request, response, callback);
    }

    /** What one server reads as one path and another as a second one is nobody's path. */
    private static boolean isAmbiguous(HttpURI uri) {
        return DOT_SEGMENT.matcher(String.valueOf(uri.getPath())).find()
                || BAD_ESCAPE.matcher(String.valueOf(uri.getPathQuery())).find();
    }

    @Override
    protected HttpURI rewriteHttpURI(Request request) {
        var replica = (Replica) request.getAttribute(REPLICA);
        return HttpURI.build(request.getHttpURI())
                .scheme("http")
                .host("127.0.0.1")
                .port(replica.port())
                .asImmutable();
    }

    @Override
    protected void configureHttpClient(HttpClient client) {
        super.configureHttpClient(client);
        // a client's own name goes on, or none
        client.setUserAgentField(null);
        client.setConnectTimeout(CONNECT_MILLIS);
        client.setIdleTimeout(SILENCE_MILLIS);
        client.setMaxRequestHeadersSize(HEADER_BYTES);
        client.setMaxConnectionsPerDestination(CONNECTIONS_PER_SERVICE);
    }

    /** What a client claims about its origin is dropped: the services trust the gateway in this. */
    @Override
    protected void addProxyHeaders(Request request, org.eclipse.jetty.client.Request onward) {
        onward.headers(headers -> {
            headers.remove(HttpHeader.FORWARDED);
            headers.put(HttpHeader.X_FORWARDED_FOR, Request.getRemoteAddr(request));
            headers.put(HttpHeader.X_FORWARDED_PROTO, request.isSecure() ? "https" : "http");
            var host = request.getHeaders().get(HttpHeader.HOST);
            if (host != null) {
                headers.put(HttpHeader.X_FORWARDED_HOST, host);
            } else {
                headers.remove(HttpHeader.X_FORWARDED_HOST);
            }
            headers.remove(HttpHeader.X_FORWARDED_PORT);
            headers.remove(HttpHeader.X_FORWARDED_SERVER);
        });
    }

    @Override
    protected void onServerToProxyResponseFailure(
            Request request,
            org.eclipse.jetty.client.Request onward,
            org.eclipse.jetty.client.Response answer,
            Response response,
            Callback callback,
            Throwable failure) {
        if (failure instanceof ConnectException && request.getAttribute(REPLICA) instanceof Replica replica) {
            replica.lost();
        }
        if (response.isCommitted()) {
            // Too late for a problem document: the client sees the answer break off
            callback.failed(failure);
            return;
        }
        response.getHeaders().clear();
        Response.writeError(request, response, callback, status(failure));
    }

    private static int status(Throwable failure) {
        if (failure instanceof ConnectException
                || failure instanceof SocketTimeoutException
                || failure instanceof RejectedExecutionException) {
            return HttpStatus.SERVICE_UNAVAILABLE_503;
        }
        return failure instanceof TimeoutException ? HttpStatus.GATEWAY_TIMEOUT_504 : HttpStatus.BAD_GATEWAY_502;
    }

    private static String path(Request request) {
        var path = request.getHttpURI().getCanonicalPath();
        return path == null ? "" : path;
    }
}
