package io.shopoms.sandbox.shopify.graphql;

import graphql.execution.preparsed.PreparsedDocumentEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Documents that were found valid before: services send the same few again and again. */
final class DocumentCache {

    private static final int LIMIT = 100;

    private final Map<String, PreparsedDocumentEntry> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PreparsedDocumentEntry> eldest) {
            return size() > LIMIT;
        }
    };

    synchronized Optional<PreparsedDocumentEntry> get(String query) {
        return Optional.ofNullable(entries.get(query));
    }

    synchronized PreparsedDocumentEntry put(String query, PreparsedDocumentEntry entry) {
        entries.put(query, entry);
        return entry;
    }
}
