package org.coursewise.auth.throttle;

import org.coursewise.address.EmailAddress;
import org.coursewise.auth.device.Device;
import org.coursewise.auth.device.Network;
import org.coursewise.auth.onetime.Secrets;

/**
 * A name that was typed and where.
 *
 * @param emailKey of the address that was typed
 * @param name its hash, which alone is kept: what is typed into the field may be a secret
 * @param client whose failures are counted together
 */
record Place(String emailKey, String name, String network, String client) {

    static Place of(EmailAddress email, Device device) {
        return new Place(email.key(), name(email), device.network(), Network.client(device.address()));
    }

    static String name(EmailAddress email) {
        return Secrets.hash(email.key());
    }

    /** What passes are given for. */
    String key(Standing.Count count) {
        return switch (count) {
            case ADDRESS -> "address:" + client;
            case ACCOUNT -> "name:" + name;
            case ACCOUNT_HERE -> "name:" + name + "@" + network;
        };
    }
}
