package org.coursewise.jenkins;

/**
 * What a scanner found.
 *
 * @param id the scanner's rule or the vulnerability, such as CVE-2026-1
 * @param where the file it was found in, empty when the scanner does not say
 * @param what the scanner's words, in one line
 */
record Finding(String id, String where, String what) {

    Finding {
        what = what.replaceAll("\\s+", " ").strip();
    }

    @Override
    public String toString() {
        return id + (where.isEmpty() ? "" : " in " + where) + ": " + what;
    }
}
