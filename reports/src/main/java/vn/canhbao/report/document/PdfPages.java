package vn.canhbao.report.document;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.logging.Level;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** XHTML with its style as PDF: the serif font embedded, nothing fetched from anywhere. */
final class PdfPages {

    static {
        // It tells of every stylesheet and font, to the console and in its own way.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private PdfPages() {}

    /** Each body begins a page and is numbered from 1. */
    static void write(String title, String style, List<String> bodies, OutputStream out) throws IOException {
        var merged = new PDFMergerUtility();
        var about = new PDDocumentInformation();
        about.setTitle(title);
        about.setProducer("canhbao");
        merged.setDestinationDocumentInformation(about);
        for (String body : bodies) {
            merged.addSource(new RandomAccessReadBuffer(pages(title, style, body)));
        }
        merged.setDestinationStream(out);
        merged.mergeDocuments(null);
    }

    /** One body, numbered from 1. */
    static byte[] pages(String title, String style, String body) throws IOException {
        PdfRendererBuilder pdf = new PdfRendererBuilder();
        SerifFont.embed(pdf);
        pdf.useUriResolver((base, uri) -> null);
        pdf.withHtmlContent("""
                <html lang="vi"><head><title>%s</title>
                <style>body { font-family: '%s'; margin: 0; color: #000 } %s</style></head><body>%s</body></html>
                """.formatted(escaped(title), SerifFont.FAMILY, style, body), null);
        var out = new ByteArrayOutputStream();
        pdf.toStream(out);
        pdf.run();
        return out.toByteArray();
    }

    static int count(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
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
