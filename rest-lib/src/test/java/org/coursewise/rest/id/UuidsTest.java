package org.coursewise.rest.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidsTest {

    private static final UUID ID = UUID.fromString("0b8f9c1e-2f6a-4a53-9c8e-7d1f3b2a4c5d");

    @Test
    void capitalsAreTheSameId() {
        assertThat(Uuids.parse(ID.toString())).contains(ID);
        assertThat(Uuids.parse("0B8F9C1E-2F6A-4A53-9C8E-7D1F3B2A4C5D")).contains(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-2-3-4-5",
                "me",
                "0b8f9c1e2f6a4a539c8e7d1f3b2a4c5d",
                "0b8f9c1e-2f6a-4a53-9c8e-7d1f3b2a4c5d "
            })
    void whatIsNotWrittenInFullIsNoId(String text) {
        assertThat(Uuids.parse(text)).isEmpty();
    }
}
