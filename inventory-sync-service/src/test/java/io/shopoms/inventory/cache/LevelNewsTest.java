package io.shopoms.inventory.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.inventory.cache.LevelNews.Known;
import io.shopoms.inventory.cache.StockSignal.LevelHeard;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.model.ShopifyId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LevelNewsTest {

    private static final LevelKey KEY = new LevelKey(new ShopifyId(1), new ShopifyId(2));
    private static final Instant READ = Instant.parse("2026-11-20T12:00:00.700Z");
    private static final Known FIVE = new Known(true, 5, READ, OptionalLong.empty());

    @Test
    void ourOwnWriteComingBackIsNoNews() {
        assertThat(LevelNews.isNews(FIVE, heard(5, "2026-11-20T12:00:00Z"))).isFalse();
        assertThat(LevelNews.isNews(FIVE, heard(5, "2026-11-20T12:00:09Z"))).isFalse();
    }

    @Test
    void ourOwnWriteComingBackBeforeItsAnswerIsNoNewsEither() {
        // Given
        Known beingWritten = new Known(true, 5, READ, OptionalLong.of(9));

        // Then
        assertThat(LevelNews.isNews(beingWritten, heard(9, "2026-11-20T12:00:02Z")))
                .isFalse();
        assertThat(LevelNews.isNews(beingWritten, heard(8, "2026-11-20T12:00:02Z")))
                .isTrue();
    }

    @Test
    void whatIsOlderThanWhatWasReadIsNoNews() {
        assertThat(LevelNews.isNews(FIVE, heard(4, "2026-11-20T11:59:59Z"))).isFalse();
    }

    @Test
    void anotherQuantityIsNewsWithinTheSameSecondToo() {
        assertThat(LevelNews.isNews(FIVE, heard(4, "2026-11-20T12:00:00Z"))).isTrue();
        assertThat(LevelNews.isNews(FIVE, heard(-4, "2026-11-20T12:00:01Z"))).isTrue();
    }

    @Test
    void anotherQuantityWithoutADateIsNews() {
        assertThat(LevelNews.isNews(FIVE, new LevelHeard(KEY, OptionalLong.of(4), Optional.empty())))
                .isTrue();
    }

    @Test
    void aLevelThatIsNotCountedIsNewsWhereItWas() {
        assertThat(LevelNews.isNews(FIVE, new LevelHeard(KEY, OptionalLong.empty(), Optional.empty())))
                .isTrue();
    }

    @Test
    void aQuantityWhereNothingWasStockedIsNewsAndALevelIsGoneOnce() {
        // Given
        Known notStocked = new Known(false, 0, READ, OptionalLong.empty());

        // Then
        assertThat(LevelNews.isNews(notStocked, heard(0, "2026-11-20T12:00:01Z")))
                .isTrue();
        assertThat(LevelNews.isNewlyGone(FIVE)).isTrue();
        assertThat(LevelNews.isNewlyGone(notStocked)).isFalse();
    }

    private static LevelHeard heard(long available, String at) {
        return new LevelHeard(KEY, OptionalLong.of(available), Optional.of(Instant.parse(at)));
    }
}
