package io.shopoms.catalog.feed.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.catalog.feed.format.ByteLines.Line;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * CSV, one record at a time. After a record that makes no sense, such as one with a quote that nothing closes, reading goes
 * on with the line after its first one: so a single bad row never swallows the good ones behind it.
 */
final class CsvReader implements FeedReader {

    private static final int MOST_LINES_OF_A_RECORD = 500;

    private final ByteLines lines;
    private final Deque<Line> again = new ArrayDeque<>();
    private final FormatOptions options;
    private final RowLimits limits;
    private final CsvRow parser;
    private String[] columns;
    private long number;

    CsvReader(InputStream in, FormatOptions options, RowLimits limits) {
        this.lines = new ByteLines(in, limits.bytes());
        this.options = options;
        this.limits = limits;
        this.parser = new CsvRow(options.delimiter(), options.quote());
    }

    /** The values of a record, or why there are none. */
    private record Record(Line first, boolean toTheEnd, Optional<String[]> values, String reason) {}

    @Override
    public Optional<FeedItem> next() throws IOException {
        if (columns == null && options.header()) {
            columns = header();
        }
        Optional<Record> record = record();
        if (record.isEmpty()) {
            return Optional.empty();
        }
        number++;
        return Optional.of(item(record.get()));
    }

    private FeedItem item(Record record) {
        if (columns == null) {
            columns = numbered(record.values().map(values -> values.length).orElse(0));
        }
        if (record.values().isEmpty()) {
            if (record.toTheEnd()) {
                throw BrokenFeed.truncated(record.first().number());
            }
            return new FeedItem.Unreadable(number, record.first().number(), record.reason());
        }
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        String[] values = record.values().get();
        for (int i = 0; i < columns.length; i++) {
            row.put(columns[i], values[i]);
        }
        return new FeedItem.Row(number, record.first().number(), row);
    }

    private String[] header() throws IOException {
        Record record = record().orElseThrow(() -> BrokenFeed.refused("it is empty"));
        String[] names = record.values().orElseThrow(() -> BrokenFeed.refused("its header " + record.reason()));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.length; i++) {
            names[i] = names[i].strip();
            if (!names[i].isEmpty() && !seen.add(names[i])) {
                throw BrokenFeed.refused("two of its columns are called '" + names[i] + "'");
            }
        }
        return names;
    }

    private static String[] numbered(int count) {
        String[] names = new String[count];
        for (int i = 0; i < count; i++) {
            names[i] = String.valueOf(i + 1);
        }
        return names;
    }

    private Optional<Record> record() throws IOException {
        Optional<Line> first = take();
        while (first.isPresent() && first.get().isBlank()) {
            first = take();
        }
        return first.isEmpty() ? Optional.empty() : Optional.of(record(first.get()));
    }

    private Record record(Line first) throws IOException {
        List<Line> used = new ArrayList<>(List.of(first));
        StringBuilder text = new StringBuilder();
        QuoteScan scan = new QuoteScan(options.delimiter(), options.quote());
        String reason = append(first, text);
        while (reason == null && scan.goesOnAfter(text.substring(begin(text, used)))) {
            Optional<Line> more =
                    used.size() < MOST_LINES_OF_A_RECORD && text.length() < limits.bytes() ? take() : Optional.empty();
            if (more.isEmpty()) {
                reason = "has a quote that nothing closes";
            } else {
                used.add(more.get());
                reason = append(more.get(), text.append('\n'));
            }
        }
        return reason == null ? parsed(used, text.toString()) : bad(used, reason);
    }

    /** Where the last line that was appended begins. */
    private static int begin(StringBuilder text, List<Line> used) {
        return used.size() == 1 ? 0 : text.lastIndexOf("\n") + 1;
    }

    private Record parsed(List<Line> used, String text) throws IOException {
        Optional<String[]> values = parser.read(text);
        if (values.isEmpty()) {
            return bad(used, "has a quote in a wrong place");
        }
        if (columns != null && values.get().length != columns.length) {
            return bad(used, "has " + values.get().length + " columns instead of " + columns.length);
        }
        return new Record(used.get(0), false, values, "");
    }

    private Record bad(List<Line> used, String reason) {
        for (int i = used.size() - 1; i > 0; i--) {
            again.push(used.get(i));
        }
        boolean toTheEnd = used.size() == 1 && !used.get(0).ended();
        return new Record(used.get(0), toTheEnd, Optional.empty(), reason);
    }

    private String append(Line line, StringBuilder text) {
        if (line.tooLong()) {
            return limits.tooLong();
        }
        try {
            text.append(options.charset().newDecoder().decode(ByteBuffer.wrap(line.bytes())));
            return null;
        } catch (CharacterCodingException e) {
            return "is not " + options.charset();
        }
    }

    private Optional<Line> take() throws IOException {
        return again.isEmpty() ? lines.next() : Optional.of(again.pop());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
