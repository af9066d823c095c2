package org.coursewise.postgres;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.sql.DataSource;

/** The service's database. A web.xml has to name {@code jdbc/unshared}, an unshareable reference to the same. */
@ApplicationScoped
class DatabaseBeans {

    @Resource(lookup = "jdbc/coursewise")
    DataSource shareable;

    @Resource(lookup = "java:comp/env/jdbc/unshared")
    DataSource unshareable;

    @Resource
    TransactionSynchronizationRegistry transactions;

    @Produces
    @Singleton
    DataSource connections() {
        return new Connections(shareable, unshareable, transactions);
    }

    @Produces
    @Singleton
    Sql sql(DataSource database) {
        return new Sql(database);
    }
}
