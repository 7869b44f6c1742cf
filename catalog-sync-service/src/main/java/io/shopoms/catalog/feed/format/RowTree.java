package io.shopoms.catalog.feed.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Builds the tree of one JSON value, as far as it keeps within the limits, and always reads to the value's end. */
final class RowTree {

    /** Deeper values than a row may have are skipped; deeper than this the parser itself gives up. */
    private static final int PARSER_DEPTH = 1_000;

    /** Beyond it, eleven characters such as 1e999999999 would become a gigabyte of digits. */
    private static final int MOST_PLACES = 100;

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private final JsonParser parser;
    private final RowLimits limits;
    private final Deque<ContainerNode<?>> open = new ArrayDeque<>();
    private JsonNode root;
    private String member;
    private String refusal;

    private RowTree(JsonParser parser, RowLimits limits) {
        this.parser = parser;
        this.limits = limits;
    }

    /** One of both is there. */
    record Result(Optional<JsonNode> tree, Optional<String> refusal) {}

    static JsonFactory factory(RowLimits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(PARSER_DEPTH)
                        .maxStringLength(limits.bytes())
                        .maxNumberLength(100)
                        .build())
                .build();
    }

    /** Reads the value whose first token is the parser's current one. */
    static Result read(JsonParser parser, RowLimits limits) throws IOException {
        return new RowTree(parser, limits).read();
    }

    private Result read() throws IOException {
        long start = offset();
        int depth = 0;
        JsonToken token = parser.currentToken();
        while (true) {
            if (token == null) {
                throw new JsonEOFException(parser, JsonToken.NOT_AVAILABLE, "the value does not end");
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (refusal == null) {
                take(token);
                check(depth, offset() - start);
            }
            if (depth == 0) {
                return new Result(Optional.ofNullable(refusal == null ? root : null), Optional.ofNullable(refusal));
            }
            token = parser.nextToken();
        }
    }

    private void check(int depth, long length) {
        if (depth > limits.depth()) {
            refuse(limits.tooDeep());
        } else if (length > limits.bytes()) {
            refuse(limits.tooLong());
        }
    }

    private void refuse(String reason) {
        refusal = reason;
        open.clear();
        root = null;
    }

    private void take(JsonToken token) throws IOException {
        switch (token) {
            case FIELD_NAME -> member = parser.currentName();
            case START_OBJECT -> begin(NODES.objectNode());
            case START_ARRAY -> begin(NODES.arrayNode());
            case END_OBJECT, END_ARRAY -> open.pop();
            case VALUE_STRING -> attach(NODES.textNode(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE -> attach(NODES.booleanNode(token == JsonToken.VALUE_TRUE));
            default -> attach(NODES.nullNode());
        }
    }

    private void number(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_PLACES) {
            refuse("holds a number with more than " + MOST_PLACES + " places");
        } else {
            attach(NODES.numberNode(number));
        }
    }

    private void begin(ContainerNode<?> container) {
        attach(container);
        open.push(container);
    }

    private void attach(JsonNode node) {
        ContainerNode<?> parent = open.peek();
        if (parent == null) {
            root = node;
        } else if (parent instanceof ObjectNode object) {
            if (object.has(member)) {
                refuse("has two members '" + shown(member) + "' in one object");
            } else {
                object.set(member, node);
            }
        } else {
            ((ArrayNode) parent).add(node);
        }
    }

    private static String shown(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }

    private long offset() {
        JsonLocation here = parser.currentLocation();
        return Math.max(here.getByteOffset(), here.getCharOffset());
    }
}
