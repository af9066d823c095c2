package org.coursewise.systemtests;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.coursewise.localstack.LocalStack;

/** Models as they lie in course's database, where a disk, a hand or another program may spoil them. */
final class ModelTable {

    private static final String PUT = """
            insert into model (version, trained_at, metrics, sha256, bytes)
            select ?, now(), metrics, ?, ? from model where version = ?
            """;

    private final LocalStack stack;

    ModelTable(LocalStack stack) {
        this.stack = stack;
    }

    byte[] bytes(String version) {
        return query("select encode(bytes, 'hex') from model where version = ?", version).stream()
                .map(HexFormat.of()::parseHex)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Puts a model beside another one, with its figures.
     *
     * @param stored that the checksum is of
     */
    void put(String version, byte[] bytes, byte[] stored, String beside) {
        update(PUT, version, sha256(stored), bytes, beside);
    }

    /** As whoever trained it would. */
    void promote(String version) {
        update("update model set promotion = nextval('model_promotion') where version = ?", version);
    }

    void remove(String version) {
        update("delete from model where version = ?", version);
    }

    int update(String sql, Object... parameters) {
        try (var connection = DriverManager.getConnection(
                        stack.jdbcUrl("course"), "course", stack.databasePassword("course"));
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of what is found. */
    List<String> query(String sql, Object... parameters) {
        try (var connection = DriverManager.getConnection(
                        stack.jdbcUrl("course"), "course", stack.databasePassword("course"));
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
