package vn.canhbao.report.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Liberation Serif, which may be redistributed and has the widths of Times New Roman: embedded in PDFs, and the ruler for
 * both formats. It comes with a dependency, so no machine needs fonts installed.
 */
enum SerifFont {
    REGULAR("Regular", 400, FontStyle.NORMAL),
    BOLD("Bold", 700, FontStyle.NORMAL),
    ITALIC("Italic", 400, FontStyle.ITALIC),
    BOLD_ITALIC("BoldItalic", 700, FontStyle.ITALIC);

    static final String FAMILY = "Liberation Serif";

    private final String file;
    private final int weight;
    private final FontStyle style;
    private final TrueTypeFont ruler;

    SerifFont(String file, int weight, FontStyle style) {
        this.file = file;
        this.weight = weight;
        this.style = style;
        try (InputStream in = stream()) {
            this.ruler = new TTFParser().parse(new RandomAccessReadBuffer(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Gives a PDF all four styles. */
    static void embed(PdfRendererBuilder pdf) {
        for (SerifFont font : values()) {
            pdf.useFont(font::stream, FAMILY, font.weight, font.style, true);
        }
    }

    private InputStream stream() {
        return SerifFont.class.getResourceAsStream("/liberation/LiberationSerif-" + file + ".ttf");
    }

    /** Whether it has a glyph for a letter. */
    boolean has(int letter) {
        try {
            return ruler.getUnicodeCmapLookup().getGlyphId(letter) != 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One line if it fits, else two that are as even as the words allow: a centred text is not left with one word below. */
    List<String> lines(String text, double size, double width) {
        if (width(text, size) <= width) {
            return List.of(text);
        }
        int best = -1;
        double shortest = Double.MAX_VALUE;
        for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
            double longer = Math.max(width(text.substring(0, space), size), width(text.substring(space + 1), size));
            if (longer < shortest) {
                shortest = longer;
                best = space;
            }
        }
        return best < 0 ? List.of(text) : List.of(text.substring(0, best), text.substring(best + 1));
    }

    /** How long a line of text is, in points. */
    double width(String text, double size) {
        try {
            double units = 0;
            var glyphs = ruler.getUnicodeCmapLookup();
            for (int letter : text.codePoints().toArray()) {
                units += ruler.getAdvanceWidth(glyphs.getGlyphId(letter));
            }
            return units * size / ruler.getUnitsPerEm();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
