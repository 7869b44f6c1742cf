package io.shopoms.catalog.feed.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.shopoms.catalog.feed.format.FeedFormat;
import io.shopoms.catalog.feed.format.FormatOptions;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads how a feed's file is spelled. */
final class FormatReader {

    private static final Set<String> OPTIONS =
            Set.of("records_path", "record_element", "delimiter", "quote", "charset", "header");

    /** Line ends are found as bytes: a charset of two bytes a character would hide them. */
    private static final Pattern SINGLE_BYTE = Pattern.compile("(?i)utf-?8|us-ascii|iso-8859-\\d{1,2}|windows-125\\d");

    private final Members config;

    FormatReader(Members config) {
        this.config = config;
    }

    FormatOptions read(String fileName) {
        FeedFormat format = config.has("format")
                ? config.oneOf("format", FeedFormat.class).orElse(FeedFormat.JSON)
                : byName(fileName);
        Members options = config.object("format_options")
                .orElseGet(
                        () -> new Members(JsonNodeFactory.instance.objectNode(), "format_options.", new ArrayList<>()));
        options.only(OPTIONS);
        Optional<String> element = options.nonBlank("record_element");
        if (format == FeedFormat.XML && element.isEmpty()) {
            config.wrong("format_options.record_element", "is missing: which element is a record?");
        }
        char delimiter = options.character("delimiter").orElse(fileName.endsWith(".tsv") ? '\t' : ',');
        char quote = options.character("quote").orElse('"');
        if (delimiter == quote || List.of('\n', '\r').contains(delimiter)) {
            options.wrong("delimiter", "cannot be a line end or the quote");
        }
        return new FormatOptions(
                format,
                options.text("records_path").orElse(""),
                element,
                delimiter,
                quote,
                charset(options),
                options.flag("header", true));
    }

    private FeedFormat byName(String fileName) {
        return FeedFormat.ofName(fileName).orElseGet(() -> {
            config.wrong("format", "is missing, and the file's name does not end in json, jsonl, csv or xml");
            return FeedFormat.JSON;
        });
    }

    private static Charset charset(Members options) {
        return options.nonBlank("charset")
                .map(name -> {
                    if (!SINGLE_BYTE.matcher(name).matches() || !Charset.isSupported(name)) {
                        options.wrong(
                                "charset", "'" + name + "' is none of UTF-8, ISO-8859-1 to -15, windows-1250 to -1258");
                        return StandardCharsets.UTF_8;
                    }
                    return Charset.forName(name);
                })
                .orElse(StandardCharsets.UTF_8);
    }
}
