package org.coursewise.localstack.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.UpdateOptions;
import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdFirstCollectionTest {

    private static final int DOCUMENTS = 50;

    @TempDir
    Path folder;

    private Path file;

    /** The library alone writes the file, which is read and changed by ours. */
    @BeforeEach
    void fill() {
        file = folder.resolve("documents.mv");
        with(
                new H2Backend(file.toString()),
                documents -> documents.insertMany(IntStream.range(0, DOCUMENTS)
                        .mapToObj(number -> new Document("_id", number).append("version", number % 2))
                        .toList()));
    }

    private CommittingBackend opened() {
        return CommittingBackend.open(file, failure -> {
            throw new AssertionError(failure);
        });
    }

    @Test
    void whatElseAQueryAsksOfAnIdStillCounts() {
        with(opened(), documents -> {
            assertThat(ids(documents, new Document("_id", 3).append("version", 1)))
                    .containsExactly(3);
            assertThat(ids(documents, new Document("version", 1).append("_id", 3)))
                    .containsExactly(3);
            assertThat(ids(documents, new Document("_id", 3).append("version", 0)))
                    .isEmpty();
            assertThat(ids(documents, new Document("_id", DOCUMENTS).append("version", 0)))
                    .isEmpty();
            assertThat(ids(documents, new Document("_id", in(7, 4, 5, 99)).append("version", 1)))
                    .containsExactlyInAnyOrder(5, 7);
            assertThat(ids(documents, new Document("_id", new Document("$gte", 47)).append("version", 1)))
                    .containsExactly(47, 49);
            assertThat(ids(documents, new Document("_id", new Document("$ne", 1)).append("version", 1)))
                    .hasSize(DOCUMENTS / 2 - 1);
        });
    }

    @Test
    void aDocumentIsReplacedOnlyInTheStateThatIsNamed() {
        with(opened(), documents -> {
            var second = new Document("_id", 2);
            var asItIs = new Document("_id", 2).append("version", 0);
            assertThat(documents.updateOne(asItIs, set("version", 1)).getMatchedCount())
                    .isEqualTo(1);
            assertThat(documents.updateOne(asItIs, set("version", 2)).getMatchedCount())
                    .isZero();
            assertThat(documents.find(second).first()).isEqualTo(second.append("version", 1));
            assertThat(documents.findOneAndUpdate(
                            asItIs, set("version", 3), new FindOneAndUpdateOptions().upsert(false)))
                    .isNull();
            var fresh = new Document("_id", DOCUMENTS).append("version", 9);
            documents.updateOne(fresh, set("name", "new"), new UpdateOptions().upsert(true));
            assertThat(documents.find(eq(DOCUMENTS)).first()).isEqualTo(fresh.append("name", "new"));
            assertThat(documents.deleteOne(asItIs).getDeletedCount()).isZero();
        });
        with(new H2Backend(file.toString()), documents -> assertThat(documents.countDocuments())
                .isEqualTo(DOCUMENTS + 1));
    }

    private static Document in(Integer... ids) {
        return new Document("$in", List.of(ids));
    }

    private static List<Integer> ids(MongoCollection<Document> documents, Document query) {
        return documents.find(query).map(document -> document.getInteger("_id")).into(new ArrayList<>());
    }

    private static void with(MongoBackend backend, Consumer<MongoCollection<Document>> use) {
        var server = new MongoServer(backend);
        try (var client = MongoClients.create(server.bindAndGetConnectionString())) {
            use.accept(client.getDatabase("test").getCollection("documents"));
        } finally {
            server.shutdownNow();
        }
    }
}
