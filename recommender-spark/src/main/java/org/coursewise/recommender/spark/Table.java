package org.coursewise.recommender.spark;

import java.sql.Driver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.coursewise.recommender.dataset.UnusableDataException;
import org.jspecify.annotations.Nullable;

/**
 * A table of enrolments or courses.
 *
 * @param location the path or URI of a file or folder, or a JDBC URL
 * @param format null to tell it by the location
 * @param query what to read from a database: a select, or the name of a table
 */
record Table(
        String location, @Nullable Format format, @Nullable String query) {

    private static final int ROWS_AT_ONCE = 10_000;

    /** What can be read. */
    enum Format {
        CSV,
        PARQUET,
        JDBC
    }

    /** A user's name and password for databases that want them. */
    record Credentials(@Nullable String user, @Nullable String password) {}

    /**
     * Reads its columns, under their names in small letters.
     *
     * @param optional those that need not be there
     * @param multiline whether a cell of CSV may have several lines; such a file is read by one task
     */
    Dataset<Row> read(
            SparkSession spark,
            List<String> required,
            List<String> optional,
            boolean multiline,
            Credentials credentials)
            throws UnusableDataException {
        var all = open(spark, multiline, credentials);
        var names = new HashMap<String, String>();
        for (var name : all.columns()) {
            names.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), name);
        }
        var missing = required.stream().filter(name -> !names.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new UnusableDataException(location + " has no column " + String.join(", ", missing)
                    + "; its columns are: " + String.join(",", all.columns()));
        }
        var wanted = new ArrayList<>(required);
        optional.stream().filter(names::containsKey).forEach(wanted::add);
        return all.select(wanted.stream()
                .map(name -> functions.col("`" + names.get(name) + "`").as(name))
                .toArray(org.apache.spark.sql.Column[]::new));
    }

    /** The places of a table's columns by name. */
    static Map<String, Integer> places(Dataset<Row> table) {
        var places = new HashMap<String, Integer>();
        for (var name : table.columns()) {
            places.put(name, places.size());
        }
        return places;
    }

    private Dataset<Row> open(SparkSession spark, boolean multiline, Credentials credentials)
            throws UnusableDataException {
        try {
            return switch (known()) {
                case CSV ->
                    spark.read()
                            .option("header", true)
                            .option("escape", "\"")
                            .option("multiLine", multiline)
                            .csv(location);
                case PARQUET -> spark.read().parquet(location);
                case JDBC -> database(spark, credentials);
            };
        } catch (Exception e) {
            if (e instanceof UnusableDataException unusable) {
                throw unusable;
            }
            if (e instanceof AnalysisException analysis) {
                throw new UnusableDataException("Cannot read " + location + ": " + analysis.getSimpleMessage(), e);
            }
            throw new UnusableDataException("Cannot read " + location + ": " + e.getMessage(), e);
        }
    }

    private Dataset<Row> database(SparkSession spark, Credentials credentials) throws UnusableDataException {
        if (query == null) {
            throw new UnusableDataException("Say what to read from " + location
                    + ": --enrollments-query and --courses-query take a select or the name of a table");
        }
        var reader = spark.read()
                .format("jdbc")
                .option("url", location)
                .option("fetchsize", ROWS_AT_ONCE)
                .option(query.strip().toLowerCase(Locale.ROOT).startsWith("select") ? "query" : "dbtable", query);
        // drivers that came with the application are not seen by DriverManager
        for (var driver : ServiceLoader.load(Driver.class)) {
            if (accepts(driver)) {
                reader.option("driver", driver.getClass().getName());
            }
        }
        if (credentials.user() != null) {
            reader.option("user", credentials.user());
        }
        if (credentials.password() != null) {
            reader.option("password", credentials.password());
        }
        return reader.load();
    }

    private boolean accepts(Driver driver) {
        try {
            return driver.acceptsURL(location);
        } catch (java.sql.SQLException e) {
            return false;
        }
    }

    private Format known() throws UnusableDataException {
        if (format != null) {
            return format;
        }
        if (location.startsWith("jdbc:")) {
            return Format.JDBC;
        }
        var name = location.toLowerCase(Locale.ROOT);
        if (Arrays.stream(new String[] {".csv", ".csv.gz", ".csv.bz2", ".csv.zst"})
                .anyMatch(name::endsWith)) {
            return Format.CSV;
        }
        if (name.replaceAll("/+$", "").endsWith(".parquet")) {
            return Format.PARQUET;
        }
        throw new UnusableDataException(
                "Say by --format csv or --format parquet what " + location + " is: its name does not tell");
    }
}
