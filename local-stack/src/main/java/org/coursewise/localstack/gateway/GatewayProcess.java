package org.coursewise.localstack.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coursewise.localstack.gateway.Routes.Service;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** Runs the gateway until it is asked to stop. */
final class GatewayProcess {

    private static final long IDLE_MILLIS = 60_000;
    private static final long STOP_MILLIS = 3_000;
    private static final String PROBLEM_BASE = "https://coursewise.example/problems/";

    private GatewayProcess() {}

    public static void main(String[] arguments) throws Exception {
        var ports = Map.of(
                Service.AUTH, ports(arguments[1]),
                Service.COURSE, ports(arguments[2]),
                Service.EMAIL, ports(arguments[3]));
        var server = server(Integer.parseInt(arguments[0]), ports);
        server.setStopAtShutdown(true);
        server.start();
        server.join();
    }

    /** Of a service's replicas, separated by commas. */
    private static List<Integer> ports(String list) {
        return Arrays.stream(list.split(",", -1)).map(Integer::valueOf).toList();
    }

    static Server server(int port, Map<Service, List<Integer>> ports) {
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(true);
        var server = new Server();
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        var replicas = new Replicas(ports);
        server.addBean(replicas);
        server.setHandler(new GracefulHandler(new Forwarding(replicas)));
        var base = Optional.ofNullable(System.getenv("COURSEWISE_PROBLEM_BASE")).orElse(PROBLEM_BASE);
        server.setErrorHandler(new Problems(base));
        server.setStopTimeout(STOP_MILLIS);
        return server;
    }
}
