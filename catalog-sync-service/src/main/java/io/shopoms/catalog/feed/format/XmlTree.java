package io.shopoms.catalog.feed.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One XML element as a tree: attributes are members called {@code @name}, child elements are members of their name, several
 * of one name an array; an element with text alone is that text, one with attributes too holds it as {@code #text}.
 */
final class XmlTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final XMLStreamReader xml;
    private final RowLimits limits;
    private final Deque<Open> open = new ArrayDeque<>();
    private JsonNode root;
    private String refusal;
    private long length;

    private XmlTree(XMLStreamReader xml, RowLimits limits) {
        this.xml = xml;
        this.limits = limits;
    }

    record Result(Optional<ObjectNode> tree, String refusal) {}

    private record Open(String name, ObjectNode members, StringBuilder text) {}

    /** Reads the element that begins at the current event, to its end. */
    static Result read(XMLStreamReader xml, RowLimits limits) throws XMLStreamException {
        return new XmlTree(xml, limits).read();
    }

    private Result read() throws XMLStreamException {
        int depth = 0;
        for (int event = xml.getEventType(); ; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth > limits.depth()) {
                    refuse(limits.tooDeep());
                }
                begin();
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end();
                depth--;
            }
            if (depth == 0) {
                return result();
            }
        }
    }

    private Result result() {
        if (refusal != null) {
            return new Result(Optional.empty(), refusal);
        }
        return root instanceof ObjectNode object
                ? new Result(Optional.of(object), "")
                : new Result(Optional.empty(), "has no elements or attributes");
    }

    private void begin() {
        if (refusal != null) {
            return;
        }
        ObjectNode members = NODES.objectNode();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            members.put("@" + xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            grow(xml.getAttributeValue(i).length());
        }
        open.push(new Open(xml.getLocalName(), members, new StringBuilder()));
        grow(xml.getLocalName().length());
    }

    private void text() {
        if (refusal == null) {
            grow(xml.getTextLength());
            open.peek().text().append(xml.getText());
        }
    }

    private void end() {
        if (refusal != null) {
            return;
        }
        Open ended = open.pop();
        JsonNode node = node(ended);
        if (open.isEmpty()) {
            root = node;
            return;
        }
        ObjectNode parent = open.peek().members();
        JsonNode sibling = parent.get(ended.name());
        if (sibling instanceof ArrayNode several) {
            several.add(node);
        } else if (sibling != null) {
            parent.set(ended.name(), NODES.arrayNode().add(sibling).add(node));
        } else {
            parent.set(ended.name(), node);
        }
    }

    private static JsonNode node(Open ended) {
        String text = ended.text().toString().strip();
        if (ended.members().isEmpty()) {
            return NODES.textNode(text);
        }
        return text.isEmpty() ? ended.members() : ended.members().put("#text", text);
    }

    private void grow(int more) {
        length += more;
        if (length > limits.bytes()) {
            refuse(limits.tooLong());
        }
    }

    private void refuse(String reason) {
        if (refusal == null) {
            refusal = reason;
            root = null;
        }
    }
}
