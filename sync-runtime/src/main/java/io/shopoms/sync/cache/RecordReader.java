package io.shopoms.sync.cache;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.failure.UnexpectedFailures;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads the key of a record, after making sure that its text is one JSON object which any later parser can read too.
 * Reasons for a refusal never quote the text.
 */
public final class RecordReader {

    /** Real orders nest below 20; a thousand levels would cost every recursive reader its stack. */
    private static final int MAX_DEPTH = 100;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private RecordReader() {}

    /** A refusal, with its reason for people. */
    public static final class NotUnderstood extends Exception {
        private static final long serialVersionUID = 1L;

        NotUnderstood(String reason) {
            super(reason, null, false, false);
        }
    }

    /** Reads one record for one kind. */
    public static Arrival.Version read(CacheKind kind, RawRecord raw) throws NotUnderstood {
        wellFormed(raw.text());
        RecordKey key = key(kind, raw);
        if (key.sourceUpdatedAt().isBefore(EARLIEST) || key.sourceUpdatedAt().isAfter(LATEST)) {
            // A date far ahead would keep every later version out.
            throw new NotUnderstood("its date of change is not between 2000 and 2100");
        }
        return new Arrival.Version(kind, RowVersion.of(kind, raw, key));
    }

    private static RecordKey key(CacheKind kind, RawRecord raw) throws NotUnderstood {
        try {
            return kind.key(raw);
        } catch (SyncFailureException e) {
            throw new NotUnderstood(e.failure().message());
        } catch (RuntimeException e) {
            throw new NotUnderstood("unexpected " + UnexpectedFailures.describe(e));
        }
    }

    private static void wellFormed(String text) throws NotUnderstood {
        if (text.indexOf('\0') >= 0) {
            throw new NotUnderstood("it holds a NUL character");
        }
        Optional<String> wrong = flaw(text);
        if (wrong.isPresent()) {
            throw new NotUnderstood(wrong.get());
        }
    }

    private static Optional<String> flaw(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.of("it is not a JSON object");
            }
            parser.skipChildren();
            return parser.nextToken() == null ? Optional.empty() : Optional.of("something follows its JSON object");
        } catch (JsonProcessingException e) {
            return Optional.of("it is not JSON, or nested too deep, at character "
                    + (e.getLocation() == null ? 0 : e.getLocation().getCharOffset()));
        } catch (IOException e) {
            return Optional.of("it could not be read as JSON");
        }
    }
}
