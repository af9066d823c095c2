package org.coursewise.events.testing;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What the container does with transactions, for one data source: each thread has its own, on one connection. */
public final class ThreadTransactions implements TransactionSynchronizationRegistry {

    /** What is done within a transaction. */
    @FunctionalInterface
    public interface Work {
        void run(Connection connection) throws SQLException;
    }

    private record Transaction(Connection connection, Map<Object, Object> resources, List<Synchronization> watchers) {}

    private final DataSource dataSource;

    @SuppressWarnings("ThreadLocalUsage") // one of these for a test
    private final ThreadLocal<Transaction> current = new ThreadLocal<>();

    public ThreadTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Commits, unless the work throws. */
    public void run(Work work) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            var transaction = new Transaction(connection, new HashMap<>(), new ArrayList<>());
            current.set(transaction);
            try {
                work.run(connection);
                connection.commit();
                transaction.watchers().forEach(watcher -> watcher.afterCompletion(Status.STATUS_COMMITTED));
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                transaction.watchers().forEach(watcher -> watcher.afterCompletion(Status.STATUS_ROLLEDBACK));
                throw e;
            } finally {
                current.remove();
            }
        }
    }

    /** Gives the transaction's connection, and does not let it be closed. */
    public DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return unclosed(current.get().connection());
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    @Override
    public int getTransactionStatus() {
        return current.get() == null ? Status.STATUS_NO_TRANSACTION : Status.STATUS_ACTIVE;
    }

    @Override
    public void registerInterposedSynchronization(Synchronization watcher) {
        current.get().watchers().add(watcher);
    }

    @Override
    public void putResource(Object key, Object value) {
        current.get().resources().put(key, value);
    }

    @Override
    public Object getResource(Object key) {
        return current.get().resources().get(key);
    }

    @Override
    public Object getTransactionKey() {
        return current.get();
    }

    @Override
    public void setRollbackOnly() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean getRollbackOnly() {
        return false;
    }

    private static Connection unclosed(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    return method.invoke(connection, arguments);
                });
    }
}
