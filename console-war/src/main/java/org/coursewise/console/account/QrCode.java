package org.coursewise.console.account;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A QR code as one path of an SVG image.
 *
 * @param size of a side, with the quiet margin that readers need
 */
public record QrCode(int size, String path) {

    private static final int MARGIN = 4;

    static QrCode of(String text) {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
        var path = IntStream.range(0, code.size * code.size)
                .filter(at -> code.getModule(at % code.size, at / code.size))
                .mapToObj(at -> "M%d,%dh1v1h-1z".formatted(at % code.size + MARGIN, at / code.size + MARGIN))
                .collect(Collectors.joining());
        return new QrCode(code.size + 2 * MARGIN, path);
    }
}
