package org.coursewise.localstack.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void theDefaultsAreThoseOfTheApiPage() {
        var ports = new Ports(0);
        assertThat(ports.all())
                .containsExactlyInAnyOrder(8080, 9080, 9081, 9082, 9083, 9092, 9093, 15432, 27017, 3025, 3143, 4318);
    }

    @Test
    void anOffsetShiftsEveryPort() {
        var shifted = new Ports(1000).all();
        assertThat(shifted).hasSameSizeAs(new Ports(0).all());
        assertThat(shifted)
                .containsExactlyElementsOf(
                        new Ports(0).all().stream().map(port -> port + 1000).toList());
    }

    @Test
    void furtherReplicasListenAHundredHigherEach() {
        var ports = new Ports(7);
        assertThat(Ports.replica(ports.course(), 1)).isEqualTo(9089);
        assertThat(Ports.replica(ports.course(), 2)).isEqualTo(9189);
        assertThat(Ports.replica(ports.course(), 3)).isEqualTo(9289);
        assertThatThrownBy(() -> Ports.replica(9082, 0)).hasMessageContaining("1 to 9");
    }

    @Test
    void anOffsetThatLeavesThePortRangeIsNamed() {
        assertThatThrownBy(() -> new Ports(60_000)).hasMessageContaining("COURSEWISE_PORT_OFFSET");
        assertThatThrownBy(() -> new Ports(-1)).hasMessageContaining("COURSEWISE_PORT_OFFSET");
    }
}
