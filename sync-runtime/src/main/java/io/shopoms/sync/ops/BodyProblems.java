package io.shopoms.sync.ops;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Says of a JSON body which member is not as it is expected. Pure. */
final class BodyProblems {

    private static final int LONGEST_NAME = 60;

    private BodyProblems() {}

    static String words(MismatchedInputException e) {
        String member = member(e.getPath());
        if (e instanceof UnrecognizedPropertyException unknown) {
            return member + ": there is no such member; expected "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        return (member.isEmpty() ? "The body: " : member + ": ") + "expected " + form(e.getTargetType());
    }

    private static String member(List<Reference> path) {
        StringBuilder member = new StringBuilder();
        for (Reference part : path) {
            if (part.getFieldName() == null) {
                member.append('[').append(part.getIndex()).append(']');
            } else {
                member.append(member.isEmpty() ? "" : ".").append(bounded(part.getFieldName()));
            }
        }
        return member.toString();
    }

    private static String bounded(String name) {
        String line = name.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME) + "…";
    }

    private static String form(Class<?> type) {
        if (type == null) {
            return "another form";
        }
        if (type == Long.class || type == long.class || type == Integer.class || type == int.class) {
            return "a whole number";
        }
        if (type == BigDecimal.class) {
            return "a number";
        }
        if (type == String.class) {
            return "text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object, or a value of the documented form";
    }
}
