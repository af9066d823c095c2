package org.coursewise.course.settings;

import java.net.URI;

/**
 * Where people look at a course: on pages of the institution's own, or else what the API says of it.
 *
 * @param address with {@value #ID} in the place of the course's id
 */
public record CoursePage(String address) {

    private static final String ID = "{id}";

    static CoursePage ofApi(URI apiUrl) {
        return new CoursePage(apiUrl + "/api/v1/courses/" + ID);
    }

    static CoursePage parse(String text) {
        var page = new CoursePage(text);
        var uri = URI.create(page.of("id"));
        var isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        if (!text.contains(ID) || !isWeb || uri.getHost() == null) {
            throw new IllegalArgumentException(text);
        }
        return page;
    }

    public String of(String courseId) {
        return address.replace(ID, courseId);
    }
}
