package io.shopoms.catalog.feed.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a file in its format. */
public final class FeedReaders {

    private FeedReaders() {}

    /** @throws IOException if the file cannot be opened */
    public static FeedReader open(Path file, FormatOptions options, RowLimits limits) throws IOException {
        InputStream in = Files.newInputStream(file);
        return switch (options.format()) {
            case JSON -> new JsonArrayReader(in, options.recordsPath(), limits);
            case JSONL -> new JsonLinesReader(in, limits);
            case CSV -> new CsvReader(in, options, limits);
            case XML -> new XmlReader(in, options.recordElement().orElseThrow(), limits);
        };
    }
}
