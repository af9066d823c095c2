package org.coursewise.email.storage;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import jakarta.enterprise.context.ApplicationScoped;
import org.coursewise.rest.problem.TransientFault;

/** What MongoDB does when it restarts, elects a primary or is full. A document it will not take is no such thing. */
@ApplicationScoped
public class MongoFault implements TransientFault {

    @Override
    public boolean isTransient(Throwable fault) {
        return fault instanceof MongoException
                && !(fault instanceof MongoWriteException)
                && !(fault instanceof MongoBulkWriteException bulk && bulk.getWriteConcernError() == null);
    }
}
