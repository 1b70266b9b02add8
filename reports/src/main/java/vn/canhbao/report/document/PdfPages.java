package vn.canhbao.report.document;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.util.logging.Level;

/** XHTML with its style as PDF: the serif font embedded, nothing fetched from anywhere. */
final class PdfPages {

    static {
        // It tells of every stylesheet and font, to the console and in its own way.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private PdfPages() {}

    static void write(String title, String style, String body, OutputStream out) throws IOException {
        PdfRendererBuilder pdf = new PdfRendererBuilder();
        SerifFont.embed(pdf);
        pdf.useUriResolver((base, uri) -> null);
        pdf.withProducer("canhbao");
        pdf.withHtmlContent("""
                <html lang="vi"><head><title>%s</title><meta name="author" content="canhbao"/>
                <style>body { font-family: '%s'; margin: 0; color: #000 } %s</style></head><body>%s</body></html>
                """.formatted(escaped(title), SerifFont.FAMILY, style, body), null);
        pdf.toStream(out);
        pdf.run();
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                // What XML can't hold, a text message may.
                default -> escaped.appendCodePoint(letter < ' ' && letter != '\n' && letter != '\t' ? ' ' : letter);
            }
        });
        return escaped.toString();
    }
}
