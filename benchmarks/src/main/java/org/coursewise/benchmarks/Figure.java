package org.coursewise.benchmarks;

/**
 * One line of the table.
 *
 * @param what was measured
 * @param value ours, in the unit
 * @param reference what it is held against, in the same unit
 * @param referenceIs what that is, and whether it was measured in this run or recorded elsewhere
 * @param goal how many times the reference it should be
 */
public record Figure(String what, String unit, double value, double reference, String referenceIs, Goal goal) {

    double ratio() {
        return value / reference;
    }

    /** How much of the goal is reached: 1 when just so. */
    double reached() {
        return goal.isLeast() ? ratio() / goal.ratio() : goal.ratio() / ratio();
    }

    boolean isHeld() {
        return goal.isHeldBy(ratio());
    }
}
