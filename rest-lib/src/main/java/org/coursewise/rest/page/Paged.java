package org.coursewise.rest.page;

import org.jspecify.annotations.Nullable;

/** Part of a list, with more to come; {@link Page} unless the list says more than its items. */
public interface Paged {

    /** Opaque, to be sent back as {@code cursor}; null on the last page. */
    @Nullable
    String nextCursor();
}
