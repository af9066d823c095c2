package org.coursewise.localstack.process;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** The cheapest question to a server: does anything listen? */
public final class OpenPort {

    private static final int MILLIS = 500;

    private OpenPort() {}

    /** @throws ConnectException when nothing listens on this port of the loopback address */
    public static void require(int port) throws IOException {
        try (var socket = connect(port)) {
            if (!socket.isConnected()) {
                throw new ConnectException("Nothing listens on port " + port);
            }
        }
    }

    /** Connects and gives up reading after half a second. */
    public static Socket connect(int port) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MILLIS);
            socket.setSoTimeout(MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
