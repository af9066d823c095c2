package org.coursewise.imports;

/** How many rows were read, taken and refused so far. */
public record Count(long read, long taken, long refused) {

    static final Count NONE = new Count(0, 0, 0);

    Count plus(long rows, long refusedOfThem) {
        return new Count(read + rows, taken + rows - refusedOfThem, refused + refusedOfThem);
    }
}
