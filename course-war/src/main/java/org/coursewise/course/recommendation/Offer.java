package org.coursewise.course.recommendation;

import java.util.List;
import java.util.Set;

/**
 * A course as it may be shown.
 *
 * @param open whether it is published, has a seat and may be enrolled in now
 * @param prerequisites ids of courses to complete before
 */
record Offer(String id, String code, String title, boolean open, List<String> prerequisites, int enrolled) {

    boolean suits(Set<String> completed) {
        return open && completed.containsAll(prerequisites);
    }
}
