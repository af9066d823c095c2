package org.coursewise.csv;

/**
 * Cells that a spreadsheet would take for formulas (OWASP, CSV Injection): written, they get an apostrophe in front, and read
 * they lose it. So does a formula with apostrophes in front of its own, which makes both ways exact; any other cell that begins
 * with an apostrophe stays as it is.
 */
final class Formulas {

    /** What a formula begins with, in the wide forms of East Asian keyboards too. */
    private static final String BEGIN = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final char MARK = '\'';

    private Formulas() {}

    static String escape(String cell) {
        return isFormulaBehindMarks(cell) ? MARK + cell : cell;
    }

    static String unescape(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == MARK && isFormulaBehindMarks(cell) ? cell.substring(1) : cell;
    }

    private static boolean isFormulaBehindMarks(String cell) {
        var at = 0;
        while (at < cell.length() && cell.charAt(at) == MARK) {
            at++;
        }
        return at < cell.length() && BEGIN.indexOf(cell.charAt(at)) >= 0;
    }
}
