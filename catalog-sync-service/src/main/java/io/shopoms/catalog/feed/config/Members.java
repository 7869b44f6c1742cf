package io.shopoms.catalog.feed.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the members of a JSON object, and collects what is wrong with them instead of giving up at the first. */
final class Members {

    private static final int LONGEST = 10_000;

    private final JsonNode node;
    private final String path;
    private final List<String> problems;

    Members(JsonNode node, String path, List<String> problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
    }

    void wrong(String member, String reason) {
        problems.add(path + member + ": " + reason);
    }

    /** Names what nobody would read. */
    void only(Set<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                wrong(name, "is no member of a configuration");
            }
        });
    }

    boolean has(String member) {
        return node.hasNonNull(member);
    }

    JsonNode raw(String member) {
        return node.path(member);
    }

    Optional<String> text(String member) {
        JsonNode value = node.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() && !value.isNumber()) {
            wrong(member, "expected a text");
            return Optional.empty();
        }
        if (value.asText().length() > LONGEST || value.asText().indexOf('\0') >= 0) {
            wrong(member, "at most " + LONGEST + " characters, and no NUL");
            return Optional.empty();
        }
        return Optional.of(value.asText());
    }

    Optional<String> nonBlank(String member) {
        Optional<String> text = text(member);
        if (text.isPresent() && text.get().isBlank()) {
            wrong(member, "is empty");
            return Optional.empty();
        }
        return text;
    }

    String required(String member) {
        Optional<String> text = nonBlank(member);
        if (text.isEmpty() && !has(member)) {
            wrong(member, "is missing");
        }
        return text.orElse("");
    }

    boolean flag(String member, boolean otherwise) {
        JsonNode value = node.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            wrong(member, "expected true or false");
        }
        return value.asBoolean(otherwise);
    }

    <E extends Enum<E>> Optional<E> oneOf(String member, Class<E> type) {
        return nonBlank(member).flatMap(text -> {
            Optional<E> found = Arrays.stream(type.getEnumConstants())
                    .filter(value -> value.name().equals(text.strip().toUpperCase(Locale.ROOT)))
                    .findFirst();
            if (found.isEmpty()) {
                wrong(
                        member,
                        "'" + text + "' is none of "
                                + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT));
            }
            return found;
        });
    }

    Optional<Character> character(String member) {
        return text(member).flatMap(text -> {
            String plain = text.equals("\\t") ? "\t" : text;
            if (plain.length() != 1) {
                wrong(member, "expected one character");
                return Optional.empty();
            }
            return Optional.of(plain.charAt(0));
        });
    }

    /** The object there; empty if it is absent, or of another kind. */
    Optional<Members> object(String member) {
        JsonNode value = node.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            wrong(member, "expected an object");
            return Optional.empty();
        }
        return Optional.of(new Members(value, path + member + ".", problems));
    }

    List<Members> objects(String member) {
        List<Members> objects = new ArrayList<>();
        JsonNode value = node.path(member);
        if (!value.isArray()) {
            if (!value.isMissingNode() && !value.isNull()) {
                wrong(member, "expected an array");
            }
            return objects;
        }
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isObject()) {
                objects.add(new Members(value.get(i), path + member + "[" + i + "].", problems));
            } else {
                wrong(member + "[" + i + "]", "expected an object");
            }
        }
        return objects;
    }

    List<Map.Entry<String, JsonNode>> entries() {
        List<Map.Entry<String, JsonNode>> entries = new ArrayList<>();
        node.fields().forEachRemaining(entries::add);
        return entries;
    }
}
