package org.coursewise.course.roster;

/** How the columns of a file are named. */
public final class FileFormat {

    /** Coursewise's own. */
    public static final String CSV = "csv";

    /** Those of OneRoster 1.2 (1EdTech), CSV binding. */
    public static final String ONEROSTER = "oneroster";

    /** What begins the names of columns that OneRoster does not have. */
    public static final String EXTENSION = "metadata.coursewise.";

    /** The one school and the one term that OneRoster's files have to name. */
    public static final String SCHOOL = "coursewise";

    private FileFormat() {}
}
