package io.shopoms.sandbox.shopify.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.shopoms.sandbox.fault.Json;
import java.util.stream.Collectors;

/** Reads what a person or a test orders, strictly: an unknown field is a mistake, not a wish to be ignored. */
final class Drafts {

    private Drafts() {}

    static <T> T read(JsonNode json, Class<T> type) {
        try {
            return Json.MAPPER.treeToValue(json, type);
        } catch (UnrecognizedPropertyException e) {
            throw new IllegalArgumentException("unknown field '" + e.getPropertyName() + "'", e);
        } catch (JsonMappingException e) {
            String path = e.getPath().stream()
                    .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                    .collect(Collectors.joining("."))
                    .replace(".[", "[");
            throw new IllegalArgumentException((path.isEmpty() ? "" : path + ": ") + reason(e), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private static String reason(JsonMappingException e) {
        if (e instanceof InvalidFormatException format) {
            return "'" + format.getValue() + "' is not a valid value";
        }
        return e.getCause() instanceof IllegalArgumentException ? e.getCause().getMessage() : e.getOriginalMessage();
    }
}
