package io.ess4j.bench.report;

import java.util.Locale;

/**
 * A curve as a picture with two logarithmic axes. Own code, because the chart libraries that write SVG bring a window
 * system or a copyleft licence.
 */
final class LogPlot {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int LEFT = 80;
    private static final int RIGHT = 20;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;

    private final Curve.Points points;
    private final int firstX;
    private final int lastX;
    private final int firstY;
    private final int lastY;

    LogPlot(Curve.Points points) {
        this.points = points;
        this.firstX = decadeBelow(points.least());
        this.lastX = Math.max(firstX + 1, decadeAbove(points.greatest()));
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (Curve.Point point : points.points()) {
            least = Math.min(least, point.nanos());
            greatest = Math.max(greatest, point.nanos());
        }
        this.firstY = decadeBelow(least);
        this.lastY = Math.max(firstY + 1, decadeAbove(greatest));
    }

    private static int decadeBelow(double value) {
        return (int) Math.floor(Math.log10(value));
    }

    private static int decadeAbove(double value) {
        return (int) Math.ceil(Math.log10(value));
    }

    String svg() {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                        + " font-family=\"sans-serif\" font-size=\"13\">\n<title>%s</title>\n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n"
                        + "<text x=\"%d\" y=\"24\" font-size=\"15\">%s: exponent %.2f</text>\n",
                WIDTH,
                HEIGHT,
                points.curve().title(),
                LEFT,
                points.curve().title(),
                points.exponent()));
        for (int decade = firstX; decade <= lastX; decade++) {
            double x = x(Math.pow(10, decade));
            line(svg, x, TOP, x, HEIGHT - BOTTOM);
            text(svg, x, HEIGHT - BOTTOM + 20, "middle", Text.number(Math.pow(10, decade)));
        }
        for (int decade = firstY; decade <= lastY; decade++) {
            double y = y(Math.pow(10, decade));
            line(svg, LEFT, y, WIDTH - RIGHT, y);
            text(svg, LEFT - 8, y + 4, "end", Text.time(Math.pow(10, decade)));
        }
        svg.append("<polyline fill=\"none\" stroke=\"#0b5fa5\" stroke-width=\"2\" points=\"");
        for (Curve.Point p : points.points()) {
            svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(p.size()), y(p.nanos())));
        }
        svg.append("\"/>\n");
        for (Curve.Point p : points.points()) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#0b5fa5\"><title>%s: %s</title></circle>\n",
                    x(p.size()),
                    y(p.nanos()),
                    Text.number(p.size()),
                    Text.time(p.nanos())));
        }
        return svg.append("</svg>\n").toString();
    }

    private double x(double size) {
        return LEFT + (Math.log10(size) - firstX) / (lastX - firstX) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double nanos) {
        return HEIGHT - BOTTOM - (Math.log10(nanos) - firstY) / (lastY - firstY) * (HEIGHT - TOP - BOTTOM);
    }

    private static void line(StringBuilder svg, double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>\n",
                x1,
                y1,
                x2,
                y2));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, text));
    }
}
