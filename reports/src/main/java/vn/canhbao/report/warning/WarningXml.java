package vn.canhbao.report.warning;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vn.canhbao.core.ClockConfiguration;

/** An XML document in one default namespace, written from top to bottom. */
final class WarningXml {

    // CAP and Atom both want the numeric offset in full; CAP forbids Z.
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    WarningXml(String root, String namespace) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.setDefaultNamespace(namespace);
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(namespace);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String time(Instant instant) {
        return TIME.format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(ClockConfiguration.LOCAL));
    }

    WarningXml begin(String element) {
        return write(() -> xml.writeStartElement(element));
    }

    WarningXml end() {
        return write(xml::writeEndElement);
    }

    WarningXml attribute(String name, String value) {
        return write(() -> xml.writeAttribute(name, value));
    }

    /** Nothing where the content is {@code null} or empty. */
    WarningXml element(String name, String content) {
        return content == null || content.isEmpty()
                ? this
                : begin(name).content(content).end();
    }

    WarningXml content(String content) {
        // What XML 1.0 can't hold at all becomes a space.
        return write(
                () -> xml.writeCharacters(content.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", " ")));
    }

    byte[] finish() {
        write(xml::writeEndDocument);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private WarningXml write(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private interface Step {
        void run() throws XMLStreamException;
    }
}
