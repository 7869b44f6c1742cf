package io.shopoms.sandbox.shopify.graphql;

import graphql.ExecutionInput;
import graphql.normalized.ExecutableNormalizedOperation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * No array among the variables may have more than 250 entries. Only the variants of {@code productSet} may be as many as a
 * product can have: they are replaced as a whole, so that a larger product could not be set otherwise.
 */
final class InputArrays {

    private static final int LARGEST = 250;
    private static final int LARGEST_SET = 2_048;

    private InputArrays() {}

    static Optional<AdminError> check(ExecutableNormalizedOperation operation, ExecutionInput input) {
        boolean sets = operation.getTopLevelFields().stream()
                .anyMatch(field -> field.getName().equals("productSet"));
        return check(input.getRawVariables().toMap(), "", sets);
    }

    private static Optional<AdminError> check(Object value, String name, boolean sets) {
        int most = sets && name.equals("variants") ? LARGEST_SET : LARGEST;
        if (value instanceof List<?> list && list.size() > most) {
            return Optional.of(new AdminError(
                    "MAX_INPUT_SIZE_EXCEEDED",
                    "The input array size of " + list.size() + " is greater than the maximum allowed of " + most
                            + "."));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .flatMap(each -> check(each.getValue(), String.valueOf(each.getKey()), sets).stream())
                    .findFirst();
        }
        return value instanceof Collection<?> items
                ? items.stream().flatMap(each -> check(each, "", sets).stream()).findFirst()
                : Optional.empty();
    }
}
