package org.coursewise.localstack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/** Finds, before anything starts, the ports that somebody else has. */
public final class BusyPorts {

    private static final int CONNECT_MILLIS = 200;

    private BusyPorts() {}

    public static List<ListeningPort> among(List<ListeningPort> wanted) {
        return wanted.stream().filter(port -> isBusy(port.number())).toList();
    }

    /** Both are asked: some systems let us bind to loopback though another process has the port on every address. */
    public static boolean isBusy(int port) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (var socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
            return true;
        } catch (IOException nobodyAnswers) {
            return !canBind(address);
        }
    }

    private static boolean canBind(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
