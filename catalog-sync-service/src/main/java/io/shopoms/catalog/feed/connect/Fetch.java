package io.shopoms.catalog.feed.connect;

import io.shopoms.catalog.feed.config.Connection;
import io.shopoms.catalog.feed.config.FeedSettings;
import io.shopoms.catalog.feed.connect.FetchResult.Validators;
import java.util.Map;
import java.util.Optional;

/** One fetching of one file. Secrets print masked. */
record Fetch(Connection connection, Map<String, String> secrets, Validators known, FeedSettings settings) {

    Optional<String> secret(String name) {
        return Optional.ofNullable(secrets.get(name)).filter(value -> !value.isEmpty());
    }

    /** The place of the file, for messages. */
    String place() {
        return connection
                .find("host")
                .map(host -> host + ":" + connection.required("filePath"))
                .or(() -> connection.find("url"))
                .orElseGet(() -> connection.required("filePath"));
    }

    @Override
    public String toString() {
        return "Fetch[" + place() + "]";
    }
}
