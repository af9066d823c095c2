package org.coursewise.recommender.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.coursewise.recommender.Eligibility;
import org.coursewise.recommender.GeneratedData;
import org.coursewise.recommender.Interests;
import org.coursewise.recommender.Recommender;
import org.coursewise.recommender.training.Trainer;
import org.coursewise.recommender.training.TrainingListener;
import org.coursewise.recommender.training.TrainingSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileTest {

    private static Recommender model;
    private static byte[] bytes;

    @BeforeAll
    static void train() throws Exception {
        model = new Trainer(TrainingSettings.defaults(), TrainingListener.NONE)
                .train(GeneratedData.of(300, 40, false, 1).build());
        bytes = bytes(model);
    }

    @Test
    void whatIsReadAnswersAsWhatWasWritten() throws Exception {
        var copy = ModelFile.read(new ByteArrayInputStream(bytes));
        assertThat(copy.facts()).isEqualTo(model.facts());
        assertThat(copy.courses()).isEqualTo(model.courses());
        for (int topic = 0; topic < GeneratedData.TOPICS; topic++) {
            var history = GeneratedData.history(topic, topic + GeneratedData.TOPICS);
            assertThat(copy.recommend(history, Interests.none(), Eligibility.ALL, 12))
                    .isEqualTo(model.recommend(history, Interests.none(), Eligibility.ALL, 12));
        }
        assertThat(bytes(copy)).isEqualTo(bytes);
    }

    @Test
    void whatFollowsInTheStreamIsLeftThere() throws Exception {
        var stream = new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length + 3));
        ModelFile.read(stream);
        assertThat(stream.available()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.0001, 0.001, 0.3, 0.999999})
    void aModelThatIsCutOffIsRefused(double share) {
        var cut = Arrays.copyOf(bytes, (int) (share * bytes.length));
        assertRefused(cut, "");
    }

    @Test
    void aSingleChangedBitAnywhereIsNoticed() {
        for (int at = 0; at < bytes.length; at += Math.max(1, bytes.length / 97)) {
            var damaged = bytes.clone();
            damaged[at] ^= 4;
            assertRefused(damaged, "");
        }
    }

    @Test
    void otherBytesANewerVersionAndAnAbsurdLengthAreToldApart() {
        assertRefused("PK\u0003\u0004 something else".getBytes(StandardCharsets.UTF_8), "not a model");
        assertRefused(with(8, ModelFile.VERSION + 1), "use a newer program");
        assertRefused(with(8, 0), "train it anew");
        assertRefused(with(12, -5), "damaged");
        assertRefused(with(12, Integer.MAX_VALUE), "damaged");
    }

    @Test
    void aLengthInsideThatIsLongerThanWhatIsLeftIsRefusedBeforeMemoryIsTaken() {
        var input =
                new ModelInput(ByteBuffer.allocate(12).putInt(Integer.MAX_VALUE).array());
        assertThatThrownBy(input::floats).isInstanceOf(UnreadableModelException.class);
    }

    @Test
    void aFolderHoldsTheModelAndFactsForPeople(@TempDir Path folder) throws Exception {
        var models = new ModelFolder(folder.resolve("new"));
        assertThatThrownBy(models::read).hasMessageContaining("There is no model in");
        models.write(model);
        models.write(model);
        assertThat(models.read().facts()).isEqualTo(model.facts());
        assertThat(Files.readString(folder.resolve("new/model.json"))).contains("\"learners\" : 300");
        try (var files = Files.list(folder.resolve("new"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("model.bin", "model.json");
        }
    }

    private static byte[] with(int at, int number) {
        return ByteBuffer.wrap(bytes.clone()).putInt(at, number).array();
    }

    private static byte[] bytes(Recommender model) throws IOException {
        var out = new ByteArrayOutputStream();
        ModelFile.write(model, out);
        return out.toByteArray();
    }

    private static void assertRefused(byte[] content, String message) {
        assertThatThrownBy(() -> ModelFile.read(new ByteArrayInputStream(content)))
                .isInstanceOf(UnreadableModelException.class)
                .hasMessageContaining(message);
    }
}
