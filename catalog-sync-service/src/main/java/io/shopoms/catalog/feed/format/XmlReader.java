package io.shopoms.catalog.feed.format;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The elements of one name within an XML document. There are no entities beyond the five of XML itself, nothing is fetched,
 * and a document with a DOCTYPE, by which entities could be made, is refused.
 */
final class XmlReader implements FeedReader {

    private static final int PARSER_DEPTH = 1_000;
    private static final int MOST_ATTRIBUTES = 500;

    private final InputStream in;
    private final XMLStreamReader xml;
    private final String element;
    private final RowLimits limits;
    private long number;

    XmlReader(InputStream in, String element, RowLimits limits) throws IOException {
        this.in = in;
        this.element = element;
        this.limits = limits;
        try {
            this.xml = factory(limits).createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            in.close();
            throw broken(e);
        }
    }

    private static XMLInputFactory factory(RowLimits limits) {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, PARSER_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, limits.bytes());
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, (long) limits.bytes());
        return factory;
    }

    @Override
    public Optional<FeedItem> next() throws IOException {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw BrokenFeed.refused("its XML has a DOCTYPE, which can make a small file grow without end");
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    return Optional.of(row());
                }
            }
        } catch (XMLStreamException e) {
            throw broken(e);
        }
        if (number == 0) {
            throw BrokenFeed.refused("it has no element <" + element + ">");
        }
        return Optional.empty();
    }

    private FeedItem row() throws XMLStreamException {
        long line = xml.getLocation().getLineNumber();
        number++;
        XmlTree.Result result = XmlTree.read(xml, limits);
        return result.tree()
                .<FeedItem>map(tree -> new FeedItem.Row(number, line, tree))
                .orElseGet(() -> new FeedItem.Unreadable(number, line, result.refusal()));
    }

    private static RuntimeException broken(XMLStreamException e) {
        long line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        if (e instanceof WstxEOFException) {
            return BrokenFeed.truncated(line);
        }
        if (String.valueOf(e.getMessage()).contains("limit")) {
            return BrokenFeed.refused("near line " + line + " an element is nested too deep or too long");
        }
        return BrokenFeed.malformed(
                "XML", line, e.getLocation() == null ? 0 : e.getLocation().getColumnNumber());
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            in.close();
        }
    }
}
