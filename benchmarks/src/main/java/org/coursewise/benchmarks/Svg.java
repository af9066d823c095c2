package org.coursewise.benchmarks;

/** A picture as SVG, element by element, on white. Lengths are in units of its own size. */
public final class Svg {

    private final StringBuilder elements = new StringBuilder();

    /** @param width and a height that its page may scale */
    public Svg(int width, int height) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">"
                        .formatted(width, height));
        rectangle(0, 0, width, height, "white");
    }

    /** A thin line. */
    public void line(int fromX, int fromY, int toX, int toY, String colour) {
        add("<line stroke=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>".formatted(colour, fromX, fromY, toX, toY));
    }

    /** Filled. */
    public void rectangle(int x, int y, long width, int height, String colour) {
        add("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>".formatted(x, y, width, height, colour));
    }

    /** Begins at its place. */
    public void text(int x, int y, String colour, String text) {
        text(x, y, colour, "start", text);
    }

    /** Ends at its place. */
    public void textBefore(int x, int y, String colour, String text) {
        text(x, y, colour, "end", text);
    }

    private void text(int x, int y, String colour, String anchor, String text) {
        var escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        add("<text x=\"%d\" y=\"%d\" fill=\"%s\" text-anchor=\"%s\">%s</text>"
                .formatted(x, y, colour, anchor, escaped));
    }

    /** Whatever else. */
    public void add(String element) {
        elements.append(element).append('\n');
    }

    /** The whole picture. */
    public String whole() {
        return elements + "</svg>\n";
    }
}
