package io.shopoms.catalog.feed.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.catalog.feed.config.FeedConfig;
import io.shopoms.catalog.feed.format.FeedItem;
import io.shopoms.catalog.feed.format.FeedReader;
import io.shopoms.catalog.feed.format.FeedReaders;
import io.shopoms.catalog.feed.format.RowLimits;
import io.shopoms.catalog.feed.mapping.FeedRow;
import io.shopoms.catalog.feed.mapping.ProductMapper;
import io.shopoms.catalog.feed.mapping.UnusableRow;
import io.shopoms.catalog.feed.run.FeedBatch.Staged;
import io.shopoms.catalog.feed.run.RecordResult.Result;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailureException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a file batch by batch into products; neighbouring rows with one key are one product. Blocks. */
final class FeedReading implements Closeable {

    /** Products of one batch: a few megabytes at most. */
    private static final int AT_ONCE = 500;

    /** As many as a product may have variants; rows beyond that are another part of it, and the product is then refused. */
    private static final int MOST_ROWS_OF_A_PRODUCT = 2_048;

    /** Characters of the rows of one batch, or of one part of a product: long rows make small batches. */
    private static final long MOST_CHARACTERS = 8_000_000;

    private final FeedReader reader;
    private final ProductMapper mapper;
    private final int maxUnreadable;
    private final List<FeedRow> open = new ArrayList<>();
    private String openKey;
    private long openCharacters;
    private long characters;
    private long unreadable;

    FeedReading(Path file, FeedConfig config, int maxUnreadable) {
        try {
            this.reader = FeedReaders.open(file, config.format(), RowLimits.USUAL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.mapper = new ProductMapper(config.mapping());
        this.maxUnreadable = maxUnreadable;
    }

    FeedBatch next() {
        List<Staged> products = new ArrayList<>();
        List<RecordResult> bad = new ArrayList<>();
        long rows = 0;
        characters = 0;
        try {
            while (products.size() < AT_ONCE && bad.size() < AT_ONCE && characters < MOST_CHARACTERS) {
                Optional<FeedItem> item = reader.next();
                if (item.isEmpty()) {
                    flush(products);
                    return new FeedBatch(products, bad, rows, true);
                }
                rows++;
                take(item.get(), products, bad);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FeedBatch(products, bad, rows, false);
    }

    private void take(FeedItem item, List<Staged> products, List<RecordResult> bad) {
        if (item instanceof FeedItem.Unreadable row) {
            bad.add(unreadable(item, row.reason()));
            return;
        }
        FeedRow row = new FeedRow(item.number(), item.line(), ((FeedItem.Row) item).content());
        try {
            String key = mapper.key(row);
            long length = length(row.content());
            characters += length;
            if (!key.equals(openKey)
                    || open.size() >= MOST_ROWS_OF_A_PRODUCT
                    || openCharacters + length > MOST_CHARACTERS) {
                flush(products);
                openKey = key;
            }
            open.add(row);
            openCharacters += length;
        } catch (UnusableRow e) {
            bad.add(unreadable(item, e.getMessage()));
        }
    }

    private void flush(List<Staged> products) {
        if (open.isEmpty()) {
            return;
        }
        long part = open.get(0).number();
        try {
            products.add(new Staged(openKey, part, Optional.of(mapper.product(open)), Optional.empty()));
        } catch (UnusableRow e) {
            products.add(new Staged(openKey, part, Optional.empty(), Optional.of(e.getMessage())));
        }
        open.clear();
        openCharacters = 0;
    }

    private static long length(JsonNode node) {
        long length = node.isTextual() ? node.textValue().length() : 0;
        for (JsonNode child : node) {
            length += length(child);
        }
        return length;
    }

    private RecordResult unreadable(FeedItem item, String reason) {
        if (++unreadable > maxUnreadable) {
            throw new SyncFailureException(new InvalidPayload(
                    "The feed cannot be read: more than " + maxUnreadable
                            + " of its rows make no sense, the last one in line " + item.line() + ": " + reason,
                    "Look whether format, format_options and mapping fit the file. Nothing was removed."));
        }
        return new RecordResult(
                "row " + item.number() + " (line " + item.line() + ")",
                Result.UNREADABLE,
                reason,
                Optional.of("Correct the row in the feed. Until all rows can be read, nothing is removed."),
                Optional.empty());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
