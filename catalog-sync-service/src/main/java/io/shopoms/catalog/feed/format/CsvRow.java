package io.shopoms.catalog.feed.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.Optional;

/** The values of one CSV record. */
final class CsvRow {

    private final ObjectReader reader;

    CsvRow(char delimiter, char quote) {
        this.reader = new CsvMapper()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .readerFor(String[].class)
                .with(CsvSchema.emptySchema().withColumnSeparator(delimiter).withQuoteChar(quote));
    }

    /** Empty if the text is not exactly one record. */
    Optional<String[]> read(String text) throws IOException {
        try (MappingIterator<String[]> records = reader.readValues(text)) {
            if (!records.hasNextValue()) {
                return Optional.empty();
            }
            String[] values = records.nextValue();
            return records.hasNextValue() ? Optional.empty() : Optional.of(values);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
