package io.shopoms.sync.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.model.ShopDomain;
import io.shopoms.sync.http.HttpAnswer;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerNoticesTest {

    private static final GraphqlDocument DOCUMENT = new GraphqlDocument("orders_list", "{orders{id}}");

    private final Logger logger = Logger.getLogger(AnswerNotices.class.getName());
    private final List<String> lines = new ArrayList<>();
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final AnswerNotices notices = new AnswerNotices(new ShopDomain("acme.myshopify.com"), "2026-10");

    @BeforeEach
    void listen() {
        logger.addHandler(recorder);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(recorder);
    }

    @Test
    void versionThatWasAskedForIsNotMentioned() {
        notices.read(DOCUMENT, answer("X-Shopify-API-Version", "2026-10"));

        assertThat(lines).isEmpty();
    }

    @Test
    void anotherVersionIsMentionedOnce() {
        for (int i = 0; i < 3; i++) {
            notices.read(DOCUMENT, answer("X-Shopify-API-Version", "2027-01"));
        }

        assertThat(lines).singleElement().asString().contains("2027-01 instead of 2026-10");
    }

    @Test
    void deprecationIsMentionedOncePerDocumentAndOnOneLine() {
        notices.read(DOCUMENT, answer("X-Shopify-API-Deprecated-Reason", "https://shopify.dev\r\nforged line"));
        notices.read(DOCUMENT, answer("X-Shopify-API-Deprecated-Reason", "https://shopify.dev\r\nforged line"));
        notices.read(
                new GraphqlDocument("order_one", "{order{id}}"),
                answer("X-Shopify-API-Deprecated-Reason", "https://shopify.dev\r\nforged line"));

        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line).doesNotContain("\n"));
        assertThat(lines.get(0)).contains("orders_list");
    }

    @Test
    void endlessVarietyIsBounded() {
        for (int i = 0; i < 1_000; i++) {
            notices.read(DOCUMENT, answer("X-Shopify-API-Deprecated-Reason", "reason " + i));
        }

        assertThat(lines).hasSize(200);
    }

    private static HttpAnswer answer(String header, String value) {
        return new HttpAnswer(200, MultiMap.caseInsensitiveMultiMap().add(header, value), Buffer.buffer());
    }
}
