package org.coursewise.rest.caller;

/**
 * Knows which access tokens are no good any more though they have not expired: whoever logged out, was locked or deleted, or
 * lost a role is out. A service provides one as a CDI bean; the edge asks it at every request that brings a token.
 */
@FunctionalInterface
public interface Revocations {

    boolean isRevoked(AccessToken token);
}
