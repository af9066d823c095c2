package org.coursewise.email.template;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;

/** What HTML needs escaped in text and in quoted attributes, and no more: links stay legible in the source. */
final class Escaping {

    private static final String[][] HTML = {
        {"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}, {"'", "&#39;"},
    };

    private Escaping() {}

    static Mustache.Compiler html(Mustache.Compiler compiler) {
        return compiler.withEscaper(Escapers.simple(HTML));
    }
}
