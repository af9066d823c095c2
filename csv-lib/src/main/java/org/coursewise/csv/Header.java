package org.coursewise.csv;

/** Where the header of a CSV file lies in its first bytes. */
public final class Header {

    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Header() {}

    /** Behind a byte order mark and empty lines; the length where there is nothing else. */
    public static int begin(byte[] bytes) {
        var at = startsWithBom(bytes) ? BOM.length : 0;
        while (at < bytes.length && isBreak(bytes[at])) {
            at++;
        }
        return at;
    }

    /** The first line break outside quotes, or the length. */
    public static int end(byte[] bytes, int begin) {
        var isQuoted = false;
        for (var at = begin; at < bytes.length; at++) {
            if (bytes[at] == '"') {
                isQuoted = !isQuoted;
            } else if (isBreak(bytes[at]) && !isQuoted) {
                return at;
            }
        }
        return bytes.length;
    }

    static boolean startsWithBom(byte[] bytes) {
        return bytes.length >= BOM.length && bytes[0] == BOM[0] && bytes[1] == BOM[1] && bytes[2] == BOM[2];
    }

    private static boolean isBreak(byte b) {
        return b == '\n' || b == '\r';
    }
}
