package io.shopoms.inventory;

import static io.shopoms.inventory.fixtures.Levels.key;
import static io.shopoms.inventory.fixtures.StockWorld.ACME;
import static io.shopoms.inventory.fixtures.StockWorld.BETA;
import static io.shopoms.inventory.fixtures.StockWorld.WH;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.inventory.fixtures.KeptShopify.Fate;
import io.shopoms.inventory.fixtures.StockWorld;
import io.shopoms.inventory.stock.LevelKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpenWritesTest {

    private static final LevelKey CUP = key(11, 1);
    private static final LevelKey CUP_IN_BETA = key(21, 5);

    private final StockWorld world = new StockWorld();
    private final StockProcessors processors = new StockProcessors(world);

    @Test
    void whatWasSoldBetweenAWriteAndTheAnswerToItsRepetitionIsHeldElsewhere() {
        // Given: the answer is lost, and the service is down while somebody buys
        world.location(ACME, 1, WH).link(ACME, 11, 7).product(7, "9").shopify.stocks(CUP, 0);
        world.location(BETA, 5, WH).link(BETA, 21, 7).shopify.stocks(CUP_IN_BETA, 0);
        processors.run(BETA, 21);
        world.shopify.fate = Fate.ANSWER_LOST;
        processors.run(ACME, 11);
        world.clock.pass(Duration.ofMinutes(10));
        world.shopify.change(CUP, -4);

        // When
        processors.run(ACME, 11);
        processors.run(BETA, 21);

        // Then
        assertThat(world.level(ACME, CUP).available()).isEqualTo(5);
        assertThat(world.level(ACME, CUP).held()).isEqualTo(4);
        assertThat(world.shows(CUP_IN_BETA)).isEqualTo(5);
    }
}
