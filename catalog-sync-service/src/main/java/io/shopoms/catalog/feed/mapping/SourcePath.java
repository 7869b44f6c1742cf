package io.shopoms.catalog.feed.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a value stands in a row: a column's name, or members separated by dots with {@code [n]} for the n-th element of an
 * array, counted from 0, and {@code @name} for an XML attribute. A leading {@code ^.} begins at the whole row where
 * otherwise a nested variant is meant.
 */
public record SourcePath(String text, boolean fromRow, List<String> steps) {

    private static final String FROM_ROW = "^.";
    private static final Pattern STEP = Pattern.compile("([^\\[\\]]*)((?:\\[\\d{1,6}])*)");
    private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");
    private static final int LONGEST = 200;

    public SourcePath {
        steps = List.copyOf(steps);
    }

    /** @throws IllegalArgumentException if the text is not of that form */
    public static SourcePath parse(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a path is a column's name, or members such as prices[0].amount");
        }
        boolean fromRow = text.startsWith(FROM_ROW);
        String path = fromRow ? text.substring(FROM_ROW.length()) : text;
        List<String> steps = new ArrayList<>();
        for (String part : path.split("\\.", -1)) {
            Matcher step = STEP.matcher(part);
            if (!step.matches()) {
                // A column may be called anything; it is then found by its whole name alone.
                return new SourcePath(path, fromRow, List.of());
            }
            if (!step.group(1).isEmpty()) {
                steps.add(step.group(1));
            }
            Matcher index = INDEX.matcher(step.group(2));
            while (index.find()) {
                steps.add(index.group());
            }
        }
        return new SourcePath(path, fromRow, steps);
    }

    /** The value there, unless nothing is, or null. */
    Optional<JsonNode> find(JsonNode node) {
        JsonNode found = node.get(text);
        if (found == null && !steps.isEmpty()) {
            found = node;
            for (String step : steps) {
                found = step.startsWith("[") ? element(found, step) : found.path(step);
            }
        }
        return Optional.ofNullable(found).filter(value -> !value.isMissingNode() && !value.isNull());
    }

    /** XML makes no difference between one element and a list of one. */
    private static JsonNode element(JsonNode of, String step) {
        int index = Integer.parseInt(step.substring(1, step.length() - 1));
        return index == 0 && !of.isArray() ? of : of.path(index);
    }
}
