package org.coursewise.benchmarks.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Takes the bytes of one HTTP/1.1 answer as they come and tells when it is complete: status line, Content-Length, and where
 * there is none the end of the last chunk. Answers follow each other one by one; there is no pipelining.
 */
final class AnswerReader {

    private static final int STATUS_BEGINS = "HTTP/1.1 ".length();
    private static final int STATUS_ENDS = STATUS_BEGINS + 3;
    private static final byte[] END_OF_HEAD = ascii("\r\n\r\n");
    private static final byte[] LENGTH = ascii("content-length:");
    private static final byte[] CHUNKED = ascii("transfer-encoding: chunked");
    private static final byte[] LAST_CHUNK = ascii("\r\n0\r\n\r\n");
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int UNKNOWN = -1;

    private byte[] bytes = new byte[64 << 10];
    private int length;
    private int searched;
    /** Of head and body; unknown until the head is there. */
    private int complete = UNKNOWN;

    private boolean isChunked;

    /** For the next answer. */
    void clear() {
        length = 0;
        searched = 0;
        complete = UNKNOWN;
        isChunked = false;
    }

    /** Where to read to next; see {@link #position}. */
    byte[] room() {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        return bytes;
    }

    int position() {
        return length;
    }

    /**
     * So many bytes were put there.
     *
     * @return whether the answer is complete
     * @throws IOException when that is no answer
     */
    boolean took(int count) throws IOException {
        length += count;
        if (complete == UNKNOWN && !isChunked) {
            lookAtHead();
        }
        return isChunked ? endsWith(LAST_CHUNK) : complete != UNKNOWN && length >= complete;
    }

    int status() {
        return 100 * digit(STATUS_BEGINS) + 10 * digit(STATUS_BEGINS + 1) + digit(STATUS_BEGINS + 2);
    }

    /** All of it, for a message. */
    String text() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private void lookAtHead() throws IOException {
        var end = indexOf(END_OF_HEAD, Math.max(0, searched - END_OF_HEAD.length), length);
        searched = length;
        if (end < 0) {
            return;
        }
        if (end < STATUS_ENDS || bytes[0] != 'H') {
            throw new IOException("This is no answer: " + text());
        }
        var body = end + END_OF_HEAD.length;
        if (status() == NO_CONTENT || status() == NOT_MODIFIED) {
            complete = body;
            return;
        }
        var header = indexOf(LENGTH, 0, end);
        if (header >= 0) {
            complete = body + number(header + LENGTH.length);
        } else if (indexOf(CHUNKED, 0, end) >= 0) {
            isChunked = true;
        } else {
            throw new IOException("Nobody says how long this answer is: " + text());
        }
    }

    private int number(int from) {
        var at = from;
        while (bytes[at] == ' ') {
            at++;
        }
        var number = 0;
        while (bytes[at] >= '0' && bytes[at] <= '9') {
            number = 10 * number + digit(at++);
        }
        return number;
    }

    private int digit(int at) {
        return bytes[at] - '0';
    }

    private boolean endsWith(byte[] end) {
        return length >= end.length && Arrays.equals(bytes, length - end.length, length, end, 0, end.length);
    }

    /** @param wanted in lower case; the bytes may be in any */
    private int indexOf(byte[] wanted, int from, int to) {
        for (var at = from; at <= to - wanted.length; at++) {
            var same = 0;
            while (same < wanted.length && lower(bytes[at + same]) == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        return -1;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    }

    private static byte[] ascii(String text) {
        return text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    }
}
