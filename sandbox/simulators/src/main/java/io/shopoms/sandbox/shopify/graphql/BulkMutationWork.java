package io.shopoms.sandbox.shopify.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.shopoms.sandbox.fault.Json;
import io.shopoms.sandbox.shopify.bulk.BulkFailure;
import io.shopoms.sandbox.shopify.bulk.BulkLines;
import io.shopoms.sandbox.shopify.bulk.BulkWork;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs a mutation once for each line of an uploaded file. A line that cannot be run does not keep the others from it. */
final class BulkMutationWork implements BulkWork {

    private static final int LINES_AT_ONCE = 25;
    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

    private final BulkExecution execution;
    private final String mutation;
    private final Path file;
    private BufferedReader reader;
    private int lineNumber;

    BulkMutationWork(BulkExecution execution, String mutation, Path file) {
        this.execution = execution;
        this.mutation = mutation;
        this.file = file;
    }

    @Override
    public boolean step(BulkLines out) {
        try {
            if (reader == null) {
                reader = Files.newBufferedReader(file);
            }
            for (int i = 0; i < LINES_AT_ONCE; i++) {
                String line = reader.readLine();
                if (line == null) {
                    reader.close();
                    return false;
                }
                run(line, out);
            }
            return true;
        } catch (IOException e) {
            throw new BulkFailure("INTERNAL_SERVER_ERROR", "the uploaded file cannot be read: " + e.getMessage());
        }
    }

    private void run(String line, BulkLines out) {
        int number = lineNumber++;
        if (line.isBlank()) {
            return;
        }
        Map<String, Object> result = new LinkedHashMap<>();
        try {
            result.putAll(execution.line(mutation, Json.MAPPER.readValue(line, MAP)));
        } catch (JsonProcessingException e) {
            result.put("errors", List.of(Map.of("message", "Invalid JSON: " + e.getOriginalMessage())));
        }
        result.put("__lineNumber", number);
        out.add(result, true);
    }
}
