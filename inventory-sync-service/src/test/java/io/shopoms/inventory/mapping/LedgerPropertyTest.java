package io.shopoms.inventory.mapping;

import static io.shopoms.inventory.fixtures.Levels.NOON;
import static io.shopoms.inventory.fixtures.Levels.kept;
import static io.shopoms.inventory.fixtures.Levels.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.inventory.mapping.Ledger.Reading;
import io.shopoms.inventory.mapping.Ledger.Write;
import io.shopoms.inventory.mapping.OrderMatching.Matched;
import io.shopoms.inventory.stock.AuditLine;
import io.shopoms.inventory.stock.ChangeCause;
import io.shopoms.inventory.stock.Difference;
import io.shopoms.inventory.stock.Drift;
import io.shopoms.inventory.stock.Drift.Decision;
import io.shopoms.inventory.stock.Level;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.inventory.stock.OrderEffect;
import io.shopoms.model.ShopifyId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Histories of one level: sales that Shopify counts at once, and that orders tell of in any order. */
class LedgerPropertyTest {

    private static final LevelKey KEY = key(11, 1);
    private static final Duration GRACE = Duration.ofMinutes(2);

    /** Sales, or all refunds, of one item; readings fall anywhere between, events arrive shuffled. */
    @Property
    void whateverTheOrderOfOrdersAndReadingsTheLedgerEndsTheSame(
            @ForAll @Size(min = 1, max = 8) List<@From("sales") Long> sales,
            @ForAll boolean refunds,
            @ForAll Random random) {
        // Given: Shopify's number after each sale
        List<Long> units = sales.stream().map(u -> refunds ? u : -u).toList();
        List<Long> heard = new ArrayList<>(units);
        Collections.shuffle(heard, random);
        Book book = new Book(kept(KEY, 100));
        long available = 100;
        int sold = 0;
        int told = 0;

        // When: a sale, an order's event and a reading, in any order, until all are through
        while (sold < units.size() || told < heard.size()) {
            if (sold < units.size() && (told == heard.size() || random.nextBoolean())) {
                available += units.get(sold++);
            } else {
                book.hear(heard.get(told++));
            }
            if (random.nextBoolean()) {
                book.read(available);
            }
        }
        book.read(available);

        // Then
        assertThat(book.level.available()).isEqualTo(available);
        assertThat(book.level.unexplained()).isEmpty();
        assertThat(book.effects).isEmpty();
        book.accountsForAll(100);
    }

    /** Anything at all: what is left open may differ, but every unit is in the book. */
    @Property
    void theHistoryHasNoGapsAndAccountsForEveryUnit(
            @ForAll @Size(max = 30) List<@From("steps") Integer> steps, @ForAll Random random) {
        Book book = new Book(kept(KEY, 50));
        for (int step : steps) {
            long units = random.nextInt(-5, 6);
            switch (step) {
                case 0 -> book.read(book.level.available() + units);
                case 1 -> book.hear(units);
                case 2 -> book.write(Math.max(0, book.level.available() + units));
                case 3 -> book.writeThatFollowedALostReading(book.level.available() + units, random.nextInt(20));
                case 4 -> book.decide(Decision.values()[random.nextInt(2)]);
                default -> book.now = book.now.plusSeconds(random.nextInt(150));
            }
        }
        book.accountsForAll(50);
    }

    @Provide
    Arbitrary<Long> sales() {
        return Arbitraries.longs().between(1, 5);
    }

    @Provide
    Arbitrary<Integer> steps() {
        return Arbitraries.integers().between(0, 5);
    }

    /** A level with its effects and lines, as the processor books them. */
    private static final class Book {

        private Level level;
        private Instant now = NOON;
        private final List<OrderEffect> effects = new ArrayList<>();
        private final List<AuditLine> lines = new ArrayList<>();
        private long ids;

        Book(Level level) {
            this.level = level;
        }

        void read(long available) {
            List<AuditLine> run = new ArrayList<>();
            Booked seen = ledger().read(level, new Reading(true, available, now));
            run.addAll(seen.lines());
            Matched matched = OrderMatching.match(ledger(), List.of(seen.level()), effects, GRACE);
            matched.levels().forEach(booked -> run.addAll(booked.lines()));
            level = matched.levels().isEmpty()
                    ? seen.level()
                    : matched.levels().get(0).level();
            List<OrderEffect> left = effects.stream()
                    .map(e -> new OrderEffect(
                            e.id(), e.item(), matched.effects().getOrDefault(e.id(), e.units()), e.at()))
                    .filter(e -> e.units() != 0)
                    .toList();
            effects.clear();
            effects.addAll(left);
            lines.addAll(History.joined(run));
        }

        void hear(long units) {
            if (units != 0) {
                effects.add(new OrderEffect(ids++, new ShopifyId(11), units, now));
            }
            read(level.available());
        }

        void write(long quantity) {
            book(ledger().written(level, written(level.available(), quantity)));
        }

        void writeThatFollowedALostReading(long from, long quantity) {
            book(ledger().written(level, written(from, quantity)));
        }

        void decide(Decision policy) {
            DriftRules.drift(level, policy, GRACE, now, UUID.randomUUID())
                    .map(drift -> ledger().decided(level, drift))
                    .ifPresent(this::book);
        }

        void accountsForAll(long start) {
            long at = start;
            long unexplained = 0;
            for (AuditLine line : lines) {
                assertThat(line.before()).isEqualTo(at);
                at = line.after();
                unexplained += line.cause() == ChangeCause.UNEXPLAINED ? line.after() - line.before() : 0;
                unexplained -= line.explains();
            }
            assertThat(at).isEqualTo(level.available());
            assertThat(unexplained).isEqualTo(level.unexplainedUnits());
        }

        private void book(Booked booked) {
            level = booked.level();
            lines.addAll(History.joined(booked.lines()));
        }

        private Ledger ledger() {
            return new Ledger(now, new UUID(0, 0));
        }

        private Write written(long from, long quantity) {
            return new Write(from, quantity, now, ChangeCause.ODOO, Optional.empty(), new UUID(0, 1));
        }
    }

    @Property
    void driftIsWhatIsOfAgeAndNothingElse(@ForAll @Size(max = 20) List<@From("steps") Integer> ages) {
        // Given: differences of one unit, as old as their number in half minutes
        List<Integer> oldestFirst = ages.stream().sorted((a, b) -> b - a).toList();
        Level level = kept(KEY, 50)
                .withUnexplained(oldestFirst.stream()
                        .map(age -> new Difference(-1, NOON.minusSeconds(30L * age)))
                        .toList());

        // When
        Optional<Drift> drift = DriftRules.drift(level, Decision.CORRECT, GRACE, NOON, new UUID(0, 0));

        // Then
        long ripe = ages.stream().filter(age -> age >= 4).count();
        assertThat(drift.map(Drift::units).orElse(0L)).isEqualTo(-ripe);
        drift.ifPresent(d -> assertThat(new Ledger(NOON, new UUID(0, 0))
                        .decided(level, d)
                        .level()
                        .held())
                .isEqualTo(ages.size() - ripe));
    }
}
