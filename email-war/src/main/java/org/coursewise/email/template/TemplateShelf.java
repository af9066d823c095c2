package org.coursewise.email.template;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Brings what administrators change, here or at another replica, before {@link Templates}. */
@Singleton
public final class TemplateShelf {

    private final Templates templates;
    private final TemplateVersions versions;
    private final Clock clock;
    private long known;

    @Inject
    public TemplateShelf(Templates templates, TemplateVersions versions, Clock clock) {
        this.templates = templates;
        this.versions = versions;
        this.clock = clock;
    }

    /** Asks the database for what is new. */
    public synchronized void refresh() {
        var count = versions.count();
        if (count != known) {
            templates.show(versions.all());
            known = count;
        }
    }

    /**
     * Puts a text in the place of the one before.
     *
     * @return false when somebody else has just done so
     */
    public boolean put(Template template) {
        var isAdded = versions.add(template, clock.instant());
        refresh();
        return isAdded;
    }
}
