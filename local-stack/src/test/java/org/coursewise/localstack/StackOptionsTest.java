package org.coursewise.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackOptionsTest {

    private static final Path CHECKOUT = Path.of("/checkout");

    @Test
    void withoutAnyWishTheWholeStackRunsInTheCheckout() {
        var options = StackOptions.from(Map.of("HOME", "/root"), CHECKOUT, false, "");
        assertThat(options.home()).isEqualTo(Path.of("/checkout/.coursewise"));
        assertThat(options.portOffset()).isZero();
        assertThat(options.parts()).isEmpty();
        assertThat(options.settings()).isEmpty();
    }

    @Test
    void theEnvironmentNamesHomeOffsetAndFirstAdmin() {
        var options = StackOptions.from(
                Map.of(
                        "COURSEWISE_HOME", "/data",
                        "COURSEWISE_PORT_OFFSET", "1000",
                        "COURSEWISE_ADMIN_EMAIL", "root@example.org",
                        "COURSEWISE_ADMIN_PASSWORD", ""),
                CHECKOUT,
                true,
                "kafka, mongo");
        assertThat(options.home()).isEqualTo(Path.of("/data"));
        assertThat(options.portOffset()).isEqualTo(1000);
        assertThat(options.fresh()).isTrue();
        assertThat(options.parts()).containsExactlyInAnyOrder("kafka", "mongo");
        assertThat(options.settings()).isEqualTo(Map.of("COURSEWISE_ADMIN_EMAIL", "root@example.org"));
    }

    @Test
    void aPortOffsetThatIsNoNumberIsNamed() {
        assertThatThrownBy(() -> StackOptions.from(Map.of("COURSEWISE_PORT_OFFSET", "many"), CHECKOUT, false, ""))
                .hasMessage("COURSEWISE_PORT_OFFSET must be a number, but is many");
    }
}
