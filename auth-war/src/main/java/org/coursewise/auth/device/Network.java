package org.coursewise.auth.device;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Which addresses belong together, as far as one address tells. */
public final class Network {

    private static final int IPV4_BYTES = 4;
    private static final int HOME_IPV4 = 3;
    private static final int HOME_IPV6 = 6;
    private static final int CLIENT_IPV6 = 8;

    private Network() {}

    /** The network that a person mostly stays in: the first 24 bits of an IPv4 address, 48 of an IPv6 one. */
    public static String around(String address) {
        return prefix(address, HOME_IPV4, HOME_IPV6);
    }

    /** One client: an IPv4 address, but the first 64 bits of an IPv6 one, in which a client takes any it likes. */
    public static String client(String address) {
        return prefix(address, IPV4_BYTES, CLIENT_IPV6);
    }

    private static String prefix(String address, int ipv4Bytes, int ipv6Bytes) {
        // names are not looked up
        if (!address.matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.%\\w]*")) {
            return address;
        }
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            var kept = bytes.length == IPV4_BYTES ? ipv4Bytes : ipv6Bytes;
            return HexFormat.of().formatHex(bytes, 0, kept) + "/" + kept * Byte.SIZE;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
