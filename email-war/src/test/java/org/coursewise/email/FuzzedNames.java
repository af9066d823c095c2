package org.coursewise.email;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names as somebody would choose who wants to break a mail, the same ones at every run. */
public final class FuzzedNames {

    private static final List<String> PIECES = List.of(
            "\r\n",
            "\n",
            "\r",
            "\t",
            "\0",
            "\u001b[31m",
            "\u0085",
            "\u007f",
            "\u2028",
            "\u2029",
            "\u202e",
            "\u2066",
            "\u2069",
            "\u200f",
            "\u200b",
            "\ufeff",
            "e\u0301\u0316",
            "\ud83d\ude80",
            "\ud83d",
            "\udc00",
            "\"",
            "'",
            "\\",
            "<",
            ">",
            "<b>",
            "</p>",
            "<script>alert(1)</script>",
            "<img src=x onerror=y>",
            "&",
            "&lt;",
            "&#10;",
            ",",
            ";",
            ":",
            "@",
            "(",
            ")",
            "=?UTF-8?Q?=0D=0ABcc:_x?=",
            "=0D=0A",
            "{{link}}",
            "{{{html}}}",
            "{{#x}}",
            "{{/x}}",
            "{{=<% %>=}}",
            "${x}",
            "%0d%0a",
            "Bcc: eve@evil.example",
            "\r\nBcc: eve@evil.example",
            "\r\n.\r\n",
            ".",
            "--",
            "Ada",
            "Łukasz",
            "山田",
            "عمر",
            "Zoë",
            " ",
            "  ",
            "http://evil.example",
            "www.evil.example",
            "x".repeat(1_100),
            "ü".repeat(300),
            "--b--");

    private FuzzedNames() {}

    public static Stream<String> of(int count, long seed) {
        var random = new Random(seed);
        return IntStream.range(0, count).mapToObj(i -> name(random));
    }

    private static String name(Random random) {
        var name = new StringBuilder();
        for (var i = 1 + random.nextInt(4); i > 0; i--) {
            name.append(
                    random.nextInt(8) == 0
                            ? Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1))
                            : PIECES.get(random.nextInt(PIECES.size())));
        }
        return name.toString();
    }
}
