package io.shopoms.catalog.feed.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.shopoms.catalog.feed.format.ByteLines.Line;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** One JSON object a line: a malformed line is one unreadable row. */
final class JsonLinesReader implements FeedReader {

    private final ByteLines lines;
    private final JsonFactory json;
    private final RowLimits limits;
    private long number;

    JsonLinesReader(InputStream in, RowLimits limits) {
        this.lines = new ByteLines(in, limits.bytes());
        this.json = RowTree.factory(limits);
        this.limits = limits;
    }

    @Override
    public Optional<FeedItem> next() throws IOException {
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (!line.get().isBlank()) {
                number++;
                return Optional.of(read(line.get()));
            }
        }
        return Optional.empty();
    }

    private FeedItem read(Line line) throws IOException {
        if (line.tooLong()) {
            return unreadable(line, limits.tooLong());
        }
        try (JsonParser parser = json.createParser(line.bytes())) {
            parser.nextToken();
            RowTree.Result row = RowTree.read(parser, limits);
            if (row.refusal().isPresent()) {
                return unreadable(line, row.refusal().get());
            }
            if (!row.tree().orElseThrow().isObject()) {
                return unreadable(line, "is not a JSON object");
            }
            return parser.nextToken() == null
                    ? new FeedItem.Row(number, line.number(), row.tree().get())
                    : unreadable(line, "holds more than one JSON value");
        } catch (JsonProcessingException e) {
            return malformed(line, e);
        }
    }

    private FeedItem malformed(Line line, JsonProcessingException e) {
        if (!line.ended()) {
            // The last line, without an end of line: not a mistake in a row, but a file that was not written to its
            // end.
            throw BrokenFeed.truncated(line.number());
        }
        return unreadable(
                line,
                "is not JSON, or nested too deep, at column "
                        + (e.getLocation() == null ? 0 : e.getLocation().getColumnNr()));
    }

    private FeedItem unreadable(Line line, String reason) {
        return new FeedItem.Unreadable(number, line.number(), reason);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
