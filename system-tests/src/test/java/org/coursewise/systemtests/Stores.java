package org.coursewise.systemtests;

import com.mongodb.client.MongoClients;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.coursewise.localstack.LocalStack;

/** All that the three databases hold: every column of every table, every document of every collection. */
final class Stores {

    private static final String COLUMNS = """
            select table_schema, table_name, column_name, data_type from information_schema.columns
            join information_schema.tables using (table_schema, table_name)
            where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
            """;

    private final LocalStack stack;

    Stores(LocalStack stack) {
        this.stack = stack;
    }

    private record Column(String schema, String table, String name, boolean holdsBytes) {

        String condition() {
            var column = '"' + name + '"';
            return holdsBytes ? "position(? in " + column + ") > 0" : column + "::text ilike ?";
        }

        Object parameter(String text) {
            return holdsBytes ? text.getBytes(StandardCharsets.UTF_8) : "%" + text + "%";
        }
    }

    /** Where a text is found, in any case: {@code auth.account.email}, {@code email.messages}. */
    Set<String> holding(String text) {
        var places = new TreeSet<String>();
        try {
            places.addAll(inPostgres("auth", text));
            places.addAll(inPostgres("course", text));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        places.addAll(inMongo(text));
        return places;
    }

    /** The first column of what a query finds. */
    List<String> query(String service, String sql, String... parameters) {
        try (var connection = connect(service);
                var statement = connection.prepareStatement(sql)) {
            for (var k = 0; k < parameters.length; k++) {
                statement.setString(k + 1, parameters[k]);
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

    private List<String> inPostgres(String service, String text) throws SQLException {
        var places = new ArrayList<String>();
        try (var connection = connect(service)) {
            for (var column : columns(connection)) {
                var sql = "select exists (select 1 from \"%s\".\"%s\" where %s)"
                        .formatted(column.schema(), column.table(), column.condition());
                try (var statement = connection.prepareStatement(sql)) {
                    statement.setObject(1, column.parameter(text));
                    try (var rows = statement.executeQuery()) {
                        rows.next();
                        if (rows.getBoolean(1)) {
                            places.add(service + "." + column.table() + "." + column.name());
                        }
                    }
                }
            }
        }
        return places;
    }

    private static List<Column> columns(Connection connection) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                columns.add(new Column(
                        rows.getString(1), rows.getString(2), rows.getString(3), "bytea".equals(rows.getString(4))));
            }
        }
        return columns;
    }

    private List<String> inMongo(String text) {
        var places = new ArrayList<String>();
        try (var client = MongoClients.create(stack.mongoUri("email"))) {
            var database = client.getDatabase("email");
            for (var name : database.listCollectionNames()) {
                for (Document document : database.getCollection(name).find()) {
                    if (document.toJson().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))) {
                        places.add("email." + name);
                        break;
                    }
                }
            }
        }
        return places;
    }

    private Connection connect(String service) throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl(service), service, stack.databasePassword(service));
    }
}
