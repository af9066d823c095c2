package org.coursewise.course.curriculum;

/**
 * The entity tag of a member of a list. It covers the position that is shown; but a position that others shifted does not
 * stand in an editor's way.
 */
record EditionTag(long version, int position) {

    boolean isSameEdition(String tag) {
        var end = tag.indexOf('.');
        return (end < 0 ? tag : tag.substring(0, end)).equals(Long.toString(version));
    }

    @Override
    public String toString() {
        return version + "." + position;
    }
}
