package org.coursewise.postgres;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** The service's database, for statements that are no entity's business. */
@ApplicationScoped
class SqlBeans {

    @Resource(lookup = "jdbc/coursewise")
    DataSource database;

    @Produces
    @Singleton
    Sql sql() {
        return new Sql(database);
    }
}
