package org.coursewise.auth.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkTest {

    @Test
    void neighboursAreInOneNetworkAndOthersInAnother() {
        assertThat(Network.around("203.0.113.7"))
                .isEqualTo(Network.around("203.0.113.200"))
                .isNotEqualTo(Network.around("203.0.114.7"));
        assertThat(Network.around("2001:db8:1:1::1"))
                .isEqualTo(Network.around("2001:db8:1:ffff:8::9"))
                .isNotEqualTo(Network.around("2001:db8:2:1::1"));
    }

    @Test
    void aClientIsOneIpv4AddressButManyIpv6Ones() {
        assertThat(Network.client("203.0.113.7")).isNotEqualTo(Network.client("203.0.113.8"));
        assertThat(Network.client("2001:db8:1:1::1"))
                .isEqualTo(Network.client("2001:db8:1:1:ffff::9"))
                .isNotEqualTo(Network.client("2001:db8:1:2::1"));
    }

    @Test
    void whatIsNoAddressStandsForItselfAndIsNotLookedUp() {
        assertThat(Network.around("localhost")).isEqualTo("localhost");
        assertThat(Network.around("999.999.1.1")).isEqualTo("999.999.1.1");
        assertThat(Network.client("")).isEmpty();
    }
}
