package io.shopoms.sync.intake;

import io.shopoms.bus.message.Timestamps;
import io.shopoms.bus.message.WebhookMessages;
import io.shopoms.model.MessageHeaders;
import io.shopoms.model.WebhookEvent;
import io.shopoms.sync.cache.Arrival;
import io.shopoms.sync.cache.CacheKind;
import io.shopoms.sync.cache.CacheKinds;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.cache.RecordReader;
import io.shopoms.sync.cache.RecordReader.NotUnderstood;
import io.shopoms.sync.cache.Rejection;
import io.shopoms.sync.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads messages as far as they can be understood. Never fails: the rest becomes a rejection with its reason. */
@ApplicationScoped
class MessageReader {

    /** Shopify's ids have 36 characters; a longer one would not fit into an index. */
    private static final int MAX_WEBHOOK_ID = 255;

    private static final int MAX_HEADER = 1000;
    private static final int MAX_HEADERS = 50;
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

    private final CacheKinds kinds;
    private final Stores stores;
    private final Clock clock;

    MessageReader(CacheKinds kinds, Stores stores, Clock clock) {
        this.kinds = kinds;
        this.stores = stores;
        this.clock = clock;
    }

    Arrival read(Message message) {
        Rejection.Source source = source(message);
        WebhookEvent event;
        try {
            event = WebhookMessages.read(message.headers(), message.body());
        } catch (IllegalArgumentException e) {
            return rejected(source, e.getMessage());
        }
        if (event.webhookId().length() > MAX_WEBHOOK_ID || event.webhookId().indexOf('\0') >= 0) {
            return rejected(source, "the webhook id is not one of Shopify's");
        }
        if (stores.find(event.shop()).isEmpty()) {
            return rejected(source, "the store is not configured in this service");
        }
        List<CacheKind> claiming = kinds.claiming(event.topic());
        if (claiming.isEmpty()) {
            return rejected(source, "no kind of record here is carried by this topic");
        }
        return read(event, claiming, source);
    }

    private Arrival read(WebhookEvent event, List<CacheKind> claiming, Rejection.Source source) {
        Optional<Arrival.Receipt> receipt = Optional.of(new Arrival.Receipt(event.shop(), event.webhookId()));
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(event.body()))
                    .toString();
        } catch (CharacterCodingException e) {
            Rejection rejection = new Rejection(Optional.empty(), source, "its body is not UTF-8 text");
            return new Arrival(source, receipt, List.of(), List.of(rejection));
        }
        RawRecord raw = new RawRecord(
                event.shop(),
                RawFormat.WEBHOOK,
                text,
                event.triggeredAt(),
                event.receivedAt(),
                traceId(source),
                Optional.of(event.topic()));
        List<Arrival.Version> versions = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        for (CacheKind kind : claiming) {
            try {
                versions.add(RecordReader.read(kind, raw));
            } catch (NotUnderstood e) {
                rejections.add(new Rejection(Optional.of(kind.name()), source, e.getMessage()));
            }
        }
        return new Arrival(source, receipt, versions, rejections);
    }

    private static Arrival rejected(Rejection.Source source, String reason) {
        Rejection rejection = new Rejection(Optional.empty(), source, reason);
        return new Arrival(source, Optional.empty(), List.of(), List.of(rejection));
    }

    private Rejection.Source source(Message message) {
        Map<String, String> headers = new TreeMap<>();
        message.headers().entrySet().stream()
                .filter(entry -> entry.getKey().length() <= MAX_HEADER)
                .limit(MAX_HEADERS)
                .forEach(entry -> headers.put(entry.getKey(), bounded(String.valueOf(entry.getValue()))));
        return new Rejection.Source(
                Optional.ofNullable(headers.get(MessageHeaders.SHOP)),
                Optional.ofNullable(headers.get(MessageHeaders.TOPIC)),
                Optional.ofNullable(headers.get(MessageHeaders.WEBHOOK_ID)),
                RawFormat.WEBHOOK,
                headers,
                message.body(),
                receivedAt(headers));
    }

    /** The trace of the W3C header {@code traceparent}: version, trace, span and flags, joined by hyphens. */
    private static Optional<String> traceId(Rejection.Source source) {
        return Optional.ofNullable(source.headers().get(MessageHeaders.TRACEPARENT))
                .map(TRACEPARENT::matcher)
                .filter(Matcher::matches)
                .map(parts -> parts.group(1));
    }

    private Instant receivedAt(Map<String, String> headers) {
        try {
            return Timestamps.parse(headers.getOrDefault(MessageHeaders.RECEIVED_AT, ""));
        } catch (java.time.DateTimeException e) {
            // The header is what may be wrong with the message.
            return clock.instant();
        }
    }

    private static String bounded(String value) {
        return value.length() <= MAX_HEADER ? value : value.substring(0, MAX_HEADER);
    }
}
