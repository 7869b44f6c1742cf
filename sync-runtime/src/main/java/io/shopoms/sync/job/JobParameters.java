package io.shopoms.sync.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** Parameters as text, the same text for the same parameters: open jobs are compared by it. */
final class JobParameters {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private JobParameters() {}

    static String write(Map<String, String> parameters) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(parameters));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is always JSON", e);
        }
    }

    static Map<String, String> read(String text) {
        try {
            return Map.copyOf(JSON.readValue(text, TEXTS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("parameters of a job are written as JSON", e);
        }
    }
}
