package org.coursewise.localstack.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;

/**
 * Writes each command's changes to the file before it is answered, where the H2 backend alone would do so a second
 * later. One command at a time, and the store never commits by itself: a kill finds the file between two commands,
 * never with a document that its unique index does not know.
 */
final class CommittingBackend extends H2Backend {

    private static final int TARGET_FILL_PERCENT = 50;
    private static final int COMPACTED_AT_ONCE = 4 << 20;

    private final Object oneAtATime = new Object();

    private CommittingBackend(MVStore store) {
        super(store);
    }

    /** @param broken hears that the file cannot be written: from then on the store takes nothing and tells nothing */
    static CommittingBackend open(Path file, Consumer<Throwable> broken) {
        return new CommittingBackend(new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .backgroundExceptionHandler((thread, failure) -> broken.accept(failure))
                .open());
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new Database(name);
    }

    /** Its maps are called what the library calls them: a file that the library alone has written is read. */
    private final class Database extends H2Database {

        Database(String name) {
            super(name, getMvStore(), getCursorRegistry());
        }

        /** Already called while the superclass is made. */
        @Override
        protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
            var fullName = getFullCollectionNamespace(name);
            return new IdFirstCollection(
                    this,
                    name,
                    options,
                    getMvStore().openMap("databases." + fullName),
                    getMvStore().openMap("meta." + fullName),
                    getCursorRegistry());
        }
    }

    /** Every command of a present-day driver arrives here, in an OP_MSG. */
    @Override
    public Document handleMessage(MongoMessage message) {
        synchronized (oneAtATime) {
            try {
                return super.handleMessage(message);
            } finally {
                // Also after an error: the documents before the failing one of a bulk were taken
                commit();
            }
        }
    }

    /** Gives back the space of overwritten documents, which a store that commits by itself would do in the background. */
    void compact() {
        synchronized (oneAtATime) {
            getMvStore().compact(TARGET_FILL_PERCENT, COMPACTED_AT_ONCE);
        }
    }

    @Override
    public void close() {
        synchronized (oneAtATime) {
            super.close();
        }
    }
}
