package org.coursewise.benchmarks;

import java.util.Locale;

/**
 * What the ratio of a figure to what it is held against has to be.
 *
 * @param isLeast whether more is better
 */
public record Goal(boolean isLeast, double ratio) {

    public static Goal atMost(double ratio) {
        return new Goal(false, ratio);
    }

    public static Goal atLeast(double ratio) {
        return new Goal(true, ratio);
    }

    /** It is told, and nothing is asked of it. */
    public static Goal none() {
        return atLeast(0);
    }

    boolean isHeldBy(double measured) {
        return isLeast ? measured >= ratio : measured <= ratio;
    }

    @Override
    public String toString() {
        return equals(none()) ? "none" : String.format(Locale.ROOT, "%s %.2f", isLeast ? "≥" : "≤", ratio);
    }
}
