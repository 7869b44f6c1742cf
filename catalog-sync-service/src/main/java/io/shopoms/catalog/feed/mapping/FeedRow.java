package io.shopoms.catalog.feed.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row that was read, with its place for messages. */
public record FeedRow(long number, long line, JsonNode content) {

    /** The row, and the variant within it that is looked at; the same where rows have no nested variants. */
    record Part(JsonNode row, JsonNode variant) {}

    String place() {
        return "row " + number + " (line " + line + ")";
    }

    Part whole() {
        return new Part(content, content);
    }

    List<Part> variants(Optional<SourcePath> path) throws UnusableRow {
        if (path.isEmpty()) {
            return List.of(whole());
        }
        List<Part> parts = new ArrayList<>();
        Optional<JsonNode> nested = path.get().find(content);
        if (nested.isPresent() && nested.get().isArray()) {
            nested.get().forEach(variant -> parts.add(new Part(content, variant)));
        } else {
            nested.ifPresent(variant -> parts.add(new Part(content, variant)));
        }
        if (parts.isEmpty()) {
            throw new UnusableRow("has no variants at " + path.get().text());
        }
        return parts;
    }
}
