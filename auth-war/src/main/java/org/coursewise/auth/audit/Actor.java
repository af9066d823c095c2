package org.coursewise.auth.audit;

import org.coursewise.rest.caller.Caller;

/**
 * Who did it.
 *
 * @param id a user's id or a client's, empty for the others
 * @param address where the request came from, empty when there was none
 */
record Actor(Kind kind, String id, String address) {

    /** What sort of somebody. */
    enum Kind {
        USER,
        CLIENT,
        ANONYMOUS,
        SYSTEM
    }

    static final Actor SYSTEM = new Actor(Kind.SYSTEM, "", "");

    static Actor of(Caller caller) {
        if (!caller.isKnown()) {
            return anonymous(caller.address());
        }
        var kind = caller.sessionId().isPresent() ? Kind.USER : Kind.CLIENT;
        return new Actor(kind, caller.id(), caller.address());
    }

    static Actor client(String id, String address) {
        return new Actor(Kind.CLIENT, id, address);
    }

    static Actor anonymous(String address) {
        return new Actor(Kind.ANONYMOUS, "", address);
    }

    static Actor user(String id, String address) {
        return new Actor(Kind.USER, id, address);
    }
}
