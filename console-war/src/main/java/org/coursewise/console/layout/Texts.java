package org.coursewise.console.layout;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of one feature in one language, where a page cannot name them itself. */
public final class Texts {

    private final ResourceBundle bundle;
    private final Locale language;

    private Texts(ResourceBundle bundle, Locale language) {
        this.bundle = bundle;
        this.language = language;
    }

    /** @param feature the folder its words are in; empty for what all pages share */
    public static Texts of(String feature, Locale language) {
        var folder = feature.isEmpty() ? "" : feature + ".";
        return new Texts(ResourceBundle.getBundle("org.coursewise.console." + folder + "text", language), language);
    }

    /** @param values for {0}, {1} … of the text, if it has them */
    public String get(String key, Object... values) {
        var text = bundle.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, language).format(values);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
