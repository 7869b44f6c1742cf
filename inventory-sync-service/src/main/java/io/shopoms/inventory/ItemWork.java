package io.shopoms.inventory;

import io.shopoms.inventory.cache.Settlement.ItemResult;
import io.shopoms.inventory.mapping.StockFailures;
import io.shopoms.inventory.mapping.StockFormula.Numbers;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.failure.SyncFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of one item in a round. */
final class ItemWork {

    private static final Duration READ_AGAIN = Duration.ofSeconds(10);

    private final ShopifyId item;
    private final List<SyncFailure> failures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Optional<Numbers> numbers = Optional.empty();
    private long unseen;
    private Optional<Instant> unseenUntil = Optional.empty();
    private Optional<Instant> unreadUntil = Optional.empty();
    private boolean open = true;
    private boolean again;

    ItemWork(ShopifyId item) {
        this.item = item;
    }

    ShopifyId item() {
        return item;
    }

    /** Whether something is left to be done in this round. */
    boolean isOpen() {
        return open;
    }

    /** Whether Shopify had changed meanwhile, so that it is looked at once more. */
    boolean isAgain() {
        return again;
    }

    /** Nothing more can be done in this round. */
    void fail(SyncFailure failure) {
        failures.add(failure);
        open = false;
    }

    /** One of its locations cannot be brought in step; the others are. */
    void failPartly(SyncFailure failure) {
        failures.add(failure);
    }

    /** Nothing more is to be done in this round. */
    void done(String note) {
        notes.add(note);
        open = false;
    }

    void note(String note) {
        notes.add(note);
    }

    void lookAgain() {
        again = true;
    }

    void numbers(Numbers computed) {
        numbers = Optional.of(computed);
    }

    /** Units that orders gave back and that Shopify does not show, and until when that is waited for. */
    void unseen(long units, Optional<Instant> until) {
        unseen = units;
        unseenUntil = until;
    }

    long unseen() {
        return unseen;
    }

    Optional<Instant> unseenUntil() {
        return unseenUntil;
    }

    /** It was lowered without Odoo, which is asked again soon. */
    void unread(SyncFailure away, Instant now) {
        notes.add("lowered by what is known to be sold while Odoo's stock cannot be read: " + away.message());
        unreadUntil = Optional.of(now.plus(READ_AGAIN));
    }

    /** When Odoo is asked again; empty if it has answered. */
    Optional<Instant> unreadUntil() {
        return unreadUntil;
    }

    Optional<SyncFailure> failure() {
        return StockFailures.together(failures);
    }

    ItemResult result(Instant at, Optional<Instant> lookAgainAt) {
        return new ItemResult(item, numbers.map(Numbers::b2b), numbers.map(Numbers::b2c), failure(), at, lookAgainAt);
    }

    Outcome outcome() {
        return failure()
                .<Outcome>map(failure -> new Outcome.Failed(item.value(), failure))
                .orElseGet(() -> new Outcome.Processed(
                        item.value(), notes.isEmpty() ? "nothing to change" : String.join("; ", notes)));
    }
}
