package org.coursewise.postgres;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections to the service's database: in a transaction the one it works on, outside of any a connection that goes back
 * to the pool when it is closed. A shareable one would stay with the request until that ends; where many requests then begin
 * a transaction and need a second one, they wait for each other.
 */
final class Connections implements DataSource {

    private final DataSource shareable;
    private final DataSource unshareable;
    private final TransactionSynchronizationRegistry transactions;

    Connections(DataSource shareable, DataSource unshareable, TransactionSynchronizationRegistry transactions) {
        this.shareable = shareable;
        this.unshareable = unshareable;
        this.transactions = transactions;
    }

    private DataSource current() {
        return transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION ? unshareable : shareable;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return current().getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The server logs in to the database");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return shareable.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        shareable.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        shareable.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return shareable.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return shareable.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return shareable.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return shareable.isWrapperFor(type);
    }
}
