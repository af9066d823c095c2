package org.coursewise.email.template;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/**
 * What administrators made of the texts: a document for each version, written once and never changed. Of two who make the
 * same version at once, one does.
 */
@Singleton
final class TemplateVersions {

    private static final String COLLECTION = "templates";
    private static final String ID = "_id";
    private static final String NAME = "name";
    private static final String LOCALE = "locale";
    private static final String VERSION = "version";
    private static final String SUBJECT = "subject";
    private static final String TEXT = "text";
    private static final String HTML = "html";
    private static final String MADE_AT = "madeAt";

    private final MongoCollection<Document> collection;

    @Inject
    TemplateVersions(MongoDatabase database) {
        this.collection = database.getCollection(COLLECTION);
    }

    /** @return false when there is such a version of it already */
    boolean add(Template template, Instant now) {
        try {
            collection.insertOne(new Document(ID, template.name() + "/" + template.locale() + "/" + template.version())
                    .append(NAME, template.name())
                    .append(LOCALE, template.locale())
                    .append(VERSION, template.version())
                    .append(SUBJECT, template.subject())
                    .append(TEXT, template.text())
                    .append(HTML, template.html())
                    .append(MADE_AT, Date.from(now)));
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** How many there are: as none ever goes, a number that is the same means that nothing is new. */
    long count() {
        return collection.countDocuments();
    }

    /** All, an earlier version before a later one. */
    List<Template> all() {
        return collection
                .find()
                .sort(Indexes.ascending(VERSION))
                .map(document -> Template.of(
                        document.getString(NAME),
                        document.getString(LOCALE),
                        document.getString(SUBJECT),
                        document.getString(TEXT),
                        document.getString(HTML),
                        document.getInteger(VERSION)))
                .into(new ArrayList<>());
    }
}
