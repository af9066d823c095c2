package org.coursewise.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads settings by their kebab-case key and remembers everything that is wrong with them, so that one start names
 * every mistake. A value may also stand in a file, named by the key with {@code -file} at its end: that is how secrets
 * arrive in a container.
 */
public final class Settings {

    private static final System.Logger LOG = System.getLogger(Settings.class.getName());
    /** EX_CONFIG of sysexits.h. */
    private static final int EXIT_CONFIG = 78;

    private final Function<String, Optional<String>> source;
    private final List<String> problems = new ArrayList<>();

    public Settings(Function<String, Optional<String>> source) {
        this.source = source;
    }

    /** Those of the environment, for programs without MicroProfile Config. */
    public static Settings ofEnvironment() {
        return new Settings(key -> Optional.ofNullable(System.getenv(environmentName(key))));
    }

    /**
     * Reads a service's settings from MicroProfile Config. When one is missing or malformed the whole server stops with
     * exit code 78, after a log line for each: a service that cannot work must not look as if it did.
     */
    public static <T> T readOrStop(Function<Settings, T> reader) {
        var config = ConfigProvider.getConfig();
        try {
            return new Settings(key -> config.getOptionalValue(key, String.class)).read(reader);
        } catch (InvalidSettingsException e) {
            e.problems().forEach(problem -> LOG.log(System.Logger.Level.ERROR, "Cannot start: {0}", problem));
            new Thread(() -> Runtime.getRuntime().exit(EXIT_CONFIG), "stop-on-invalid-settings").start();
            throw e;
        }
    }

    /**
     * Runs the reader and hands out what it made only if every setting was good.
     *
     * @throws InvalidSettingsException naming every bad setting
     */
    public <T> T read(Function<Settings, T> reader) {
        T result;
        try {
            result = reader.apply(this);
        } catch (RuntimeException e) {
            if (problems.isEmpty()) {
                throw e;
            }
            // a constructor refused a placeholder: what led to it is already noted
            throw new InvalidSettingsException(problems);
        }
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
        return result;
    }

    /** The value, or a noted problem when there is none. */
    public String required(String key) {
        return value(key).orElseGet(() -> {
            problems.add(key + " is not set; set " + environmentName(key) + ", or " + environmentName(key)
                    + "_FILE to a file that holds it");
            return "";
        });
    }

    public Optional<String> optional(String key) {
        return value(key);
    }

    public String text(String key, String defaultValue) {
        return value(key).orElse(defaultValue);
    }

    public int integer(String key, int defaultValue) {
        return parsed(key, defaultValue, Integer::valueOf, "a whole number");
    }

    public boolean flag(String key, boolean defaultValue) {
        return parsed(key, defaultValue, Settings::strictBoolean, "true or false");
    }

    /** A length of time in ISO 8601, such as {@code PT10M}. */
    public Duration duration(String key, Duration defaultValue) {
        return parsed(key, defaultValue, Duration::parse, "a duration such as PT10M");
    }

    /** An absolute URI without a slash at its end. */
    public URI uri(String key) {
        return parsed(key, URI.create("invalid:missing"), required(key));
    }

    public URI uri(String key, String defaultValue) {
        return parsed(key, URI.create(defaultValue), text(key, defaultValue));
    }

    /**
     * A value of any other form.
     *
     * @param parser throws an {@link IllegalArgumentException} for what it cannot read
     * @param expected what a value should be, to end the sentence "must be …"
     */
    public <T> T parsed(String key, T defaultValue, Function<String, T> parser, String expected) {
        var text = value(key);
        if (text.isEmpty()) {
            return defaultValue;
        }
        try {
            return parser.apply(text.get());
        } catch (IllegalArgumentException | DateTimeParseException e) {
            problems.add(key + " must be " + expected + ", not '" + withoutUserInfo(text.get()) + "'");
            return defaultValue;
        }
    }

    /**
     * A required value that must not be in a log: when it is bad, it is not quoted.
     *
     * @param parser throws an {@link IllegalArgumentException} for what it cannot read
     * @param expected what it should be, to end the sentence "must be …"
     * @return empty when it is missing or bad, which is noted
     */
    public <T> Optional<T> secret(String key, Function<String, T> parser, String expected) {
        var text = required(key);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(parser.apply(text));
        } catch (IllegalArgumentException e) {
            problems.add(key + " must be " + expected);
            return Optional.empty();
        }
    }

    /** A comma-separated list; empty when the setting is. */
    public List<String> list(String key) {
        return value(key).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** The keys to seal secrets with; see {@link SecretBox#parse(String)}. */
    public SecretBox secretBox(String key) {
        var text = required(key);
        try {
            return SecretBox.parse(text);
        } catch (IllegalArgumentException e) {
            if (!text.isEmpty()) {
                problems.add(key + ": " + e.getMessage());
            }
            return SecretBox.random();
        }
    }

    private URI parsed(String key, URI placeholder, String text) {
        if (text.isEmpty()) {
            return placeholder;
        }
        try {
            var uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (uri.isAbsolute()) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // falls through to the same complaint
        }
        problems.add(key + " must be an absolute URI, not '" + withoutUserInfo(text) + "'");
        return placeholder;
    }

    /** What may go to a log: a URI's password may not. */
    private static String withoutUserInfo(String text) {
        return text.replaceAll("//[^/]*@", "//…@");
    }

    private static Boolean strictBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private Optional<String> value(String key) {
        var direct = source.apply(key).filter(text -> !text.isBlank()).map(String::strip);
        return direct.isPresent() ? direct : fromFile(key);
    }

    private Optional<String> fromFile(String key) {
        return source.apply(key + "-file").filter(text -> !text.isBlank()).flatMap(file -> {
            try {
                return Optional.of(Files.readString(Path.of(file)).strip());
            } catch (IOException e) {
                problems.add(key + "-file: cannot read " + file);
                return Optional.empty();
            }
        });
    }

    private static String environmentName(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
