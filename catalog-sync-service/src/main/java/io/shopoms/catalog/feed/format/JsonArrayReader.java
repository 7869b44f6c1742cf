package io.shopoms.catalog.feed.format;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The elements of an array within a JSON document, which is read to its end: only then is it known to be whole. */
final class JsonArrayReader implements FeedReader {

    private final JsonParser parser;
    private final String path;
    private final RowLimits limits;
    private boolean begun;
    private boolean ended;
    private long number;

    JsonArrayReader(InputStream in, String path, RowLimits limits) throws IOException {
        this.parser = RowTree.factory(limits).createParser(in);
        this.path = path;
        this.limits = limits;
    }

    @Override
    public Optional<FeedItem> next() throws IOException {
        try {
            return ended ? Optional.empty() : read();
        } catch (JsonEOFException e) {
            throw BrokenFeed.truncated(line(e.getLocation()));
        } catch (StreamConstraintsException e) {
            throw BrokenFeed.refused("row " + (number + 1) + ", near line " + line(parser.currentLocation())
                    + ", is nested too deep, or holds a text or number that is too long");
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw BrokenFeed.malformed("JSON", line(at), at == null ? 0 : at.getColumnNr());
        }
    }

    private Optional<FeedItem> read() throws IOException {
        if (!begun) {
            begin();
            begun = true;
        }
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw BrokenFeed.truncated(line(parser.currentLocation()));
        }
        if (token == JsonToken.END_ARRAY) {
            finish();
            return Optional.empty();
        }
        long line = line(parser.currentTokenLocation());
        number++;
        RowTree.Result row = RowTree.read(parser, limits);
        return Optional.of(row.tree()
                .<FeedItem>map(tree -> tree.isObject()
                        ? new FeedItem.Row(number, line, tree)
                        : new FeedItem.Unreadable(number, line, "is not a JSON object"))
                .orElseGet(() ->
                        new FeedItem.Unreadable(number, line, row.refusal().orElseThrow())));
    }

    private void begin() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw BrokenFeed.refused("it is empty");
        }
        if (!path.isEmpty()) {
            for (String name : path.split("\\.", -1)) {
                token = member(token, name);
            }
        }
        if (token != JsonToken.START_ARRAY) {
            throw BrokenFeed.refused((path.isEmpty() ? "the document" : "'" + path + "'")
                    + " is not an array of records; format_options.records_path says where the array is");
        }
    }

    private JsonToken member(JsonToken parent, String name) throws IOException {
        if (parent == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String found = parser.currentName();
                JsonToken value = parser.nextToken();
                if (found.equals(name)) {
                    return value;
                }
                parser.skipChildren();
            }
        }
        throw BrokenFeed.refused("format_options.records_path is '" + path + "', and there is no '" + name + "'");
    }

    /** What follows the array must still be JSON. */
    private void finish() throws IOException {
        ended = true;
        while (!parser.getParsingContext().inRoot()) {
            if (parser.nextToken() == null) {
                throw BrokenFeed.truncated(line(parser.currentLocation()));
            }
        }
        if (parser.nextToken() != null) {
            throw BrokenFeed.refused("something follows the JSON document");
        }
    }

    private static long line(JsonLocation at) {
        return at == null ? 0 : at.getLineNr();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
