package org.coursewise.email.template;

import com.samskivert.mustache.Mustache;
import java.util.Set;
import java.util.TreeSet;

/** Finds the names that a Mustache text asks for. */
final class Placeholders implements Mustache.Visitor {

    private final Set<String> names = new TreeSet<>();

    private Placeholders() {}

    static Set<String> in(String text) {
        var placeholders = new Placeholders();
        Mustache.compiler().compile(text).visit(placeholders);
        return placeholders.names;
    }

    @Override
    public void visitText(String text) {}

    @Override
    public void visitVariable(String name) {
        names.add(name);
    }

    @Override
    public boolean visitInclude(String name) {
        throw new IllegalArgumentException("a mail's text includes no other");
    }

    @Override
    public boolean visitSection(String name) {
        names.add(name);
        return true;
    }

    @Override
    public boolean visitInvertedSection(String name) {
        names.add(name);
        return true;
    }
}
