package org.coursewise.course.catalog;

import java.util.List;
import org.coursewise.rest.page.Paged;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Courses that were found, and what else there is among them. */
@Schema(name = "CoursePage")
public record CoursePage(List<CourseView> items, @Nullable String nextCursor, Facets facets) implements Paged {}
