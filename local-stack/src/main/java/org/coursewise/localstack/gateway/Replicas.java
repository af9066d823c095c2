package org.coursewise.localstack.gateway;

import java.net.http.HttpClient;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.coursewise.localstack.gateway.Routes.Service;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/**
 * The replicas of each service, taken in turn as long as they say that they are ready. A replica that is to stop says
 * first that it is draining, so it gets no request any more when it closes its port.
 */
final class Replicas extends AbstractLifeCycle {

    private static final long ASK_EVERY_MILLIS = 400;

    private final Map<Service, List<Replica>> all = new EnumMap<>(Service.class);
    private final AtomicInteger turn = new AtomicInteger();
    private final CountDownLatch stopping = new CountDownLatch(1);

    /** @param ports of the replicas of each service */
    Replicas(Map<Service, List<Integer>> ports) {
        ports.forEach((service, its) ->
                all.put(service, its.stream().map(Replica::new).toList()));
    }

    /** Who takes the next request. When none is ready, one that listens may say why; nobody when all are about to stop. */
    Optional<Replica> next(Service service) {
        var replicas = all.get(service);
        if (replicas == null) {
            throw new IllegalStateException("No port for " + service);
        }
        var byState =
                replicas.stream().collect(Collectors.groupingBy(Replica::state, TreeMap::new, Collectors.toList()));
        var best = byState.firstEntry();
        if (best.getKey() == Replica.State.DRAINING) {
            return Optional.empty();
        }
        var those = best.getValue();
        return Optional.of(those.get(Math.floorMod(turn.getAndIncrement(), those.size())));
    }

    @Override
    protected void doStart() {
        var client = HttpClient.newHttpClient();
        all.values().stream().flatMap(List::stream).forEach(replica -> {
            var watch = new Thread(() -> watch(replica, client), "asks who is ready");
            watch.setDaemon(true);
            watch.start();
        });
    }

    @Override
    protected void doStop() {
        stopping.countDown();
    }

    private void watch(Replica replica, HttpClient client) {
        try {
            do {
                replica.ask(client);
            } while (!stopping.await(ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
