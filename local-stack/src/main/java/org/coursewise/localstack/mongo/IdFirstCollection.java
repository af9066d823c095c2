package org.coursewise.localstack.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes a query that names ids to those documents first, whatever else it asks of them, where the library uses an index only
 * for queries that ask nothing else and looks at every document otherwise.
 */
final class IdFirstCollection extends H2Collection {

    IdFirstCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        var idField = getIdField();
        if (idField != null && query.size() > 1 && query.containsKey(idField)) {
            var named = new Document(idField, query.get(idField));
            for (Index<Object> index : getIndexes()) {
                if (index.canHandle(named)) {
                    return matchDocuments(query, index.getPositions(named), orderBy, skip, limit, batchSize, fields);
                }
            }
        }
        return super.queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }
}
