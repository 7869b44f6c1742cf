package io.shopoms.inventory.intake;

import io.shopoms.inventory.cache.InventoryCache;
import io.shopoms.inventory.cache.LevelCursors;
import io.shopoms.inventory.cache.LevelCursors.Cursor;
import io.shopoms.inventory.cache.SeenStock;
import io.shopoms.inventory.cache.SeenStock.SeenLevel;
import io.shopoms.inventory.shopify.LevelChanges;
import io.shopoms.inventory.shopify.LevelChanges.Changed;
import io.shopoms.inventory.shopify.LevelChanges.Page;
import io.shopoms.sync.job.Jobs;
import io.shopoms.sync.job.ScheduledTask;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Heals lost webhooks: looks at the levels of each served location that changed since the last look, and has those looked
 * at that differ from what is known. Every look overlaps the one before, because Shopify's search shows changes late; what
 * is known already changes nothing. If a look fails, the cursor stays.
 */
@Singleton
public class LevelsTask implements ScheduledTask {

    /** After so many pages of one location the whole is compared instead: the export costs less. */
    private static final int MOST_PAGES = 100;

    private final LevelChanges changes;
    private final LevelCursors cursors;
    private final SeenStock seen;
    private final Jobs jobs;
    private final ShopifyLookSettings settings;
    private final Clock clock;

    LevelsTask(
            LevelChanges changes,
            LevelCursors cursors,
            SeenStock seen,
            Jobs jobs,
            ShopifyLookSettings settings,
            Clock clock) {
        this.changes = changes;
        this.cursors = cursors;
        this.seen = seen;
        this.jobs = jobs;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "levels";
    }

    @Override
    public Duration interval() {
        return settings.levelsInterval();
    }

    @Override
    public Uni<String> run(Store store) {
        return cursors.served(store.shop(), clock.instant().minus(settings.levelsLookBack()))
                .chain(served -> Multi.createFrom()
                        .iterable(served)
                        .onItem()
                        .transformToUniAndConcatenate(cursor -> look(store, cursor))
                        .collect()
                        .asList()
                        .map(LevelsTask::summary));
    }

    /** What a look at one location brought so far. */
    private record Look(Cursor cursor, Instant asked, Instant newest, int pages, int levels, int due, String note) {

        Look plus(Page page, int moreDue) {
            Instant latest = page.levels().stream()
                    .map(Changed::changedAt)
                    // A date of the future would hide all that changes until then.
                    .map(changed -> changed.isAfter(asked) ? asked : changed)
                    .max(Instant::compareTo)
                    .filter(newest::isBefore)
                    .orElse(newest);
            return new Look(
                    cursor, asked, latest, pages + 1, levels + page.levels().size(), due + moreDue, note);
        }

        Look with(Instant until, String text) {
            return new Look(cursor, asked, until, pages, levels, due, text);
        }
    }

    private Uni<Look> look(Store store, Cursor cursor) {
        Instant asked = clock.instant();
        Look begun = new Look(cursor, asked, cursor.until().isAfter(asked) ? asked : cursor.until(), 0, 0, 0, "");
        return pages(store, begun, Optional.empty())
                .call(look -> cursors.advance(store.shop(), cursor.location(), look.newest()));
    }

    private Uni<Look> pages(Store store, Look look, Optional<String> next) {
        if (look.pages() >= MOST_PAGES) {
            return jobs.start(InventoryCache.KIND, store.shop(), Map.of())
                    .map(job -> look.with(look.asked(), "; so many changed that job " + job + " compares all"));
        }
        Instant from = look.cursor().until().isAfter(look.asked())
                ? look.asked()
                : look.cursor().until();
        Instant since = from.minus(settings.levelsOverlap());
        return changes.page(store, look.cursor().location(), since, next).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom()
                        .item(look.with(
                                look.newest(),
                                "; Shopify does not know location "
                                        + look.cursor().location()));
            }
            Page page = found.get();
            return seen.levels(store.shop(), levels(page))
                    .map(due -> look.plus(page, due))
                    .chain(more -> page.next().isPresent()
                            ? pages(store, more, page.next())
                            : Uni.createFrom().item(more));
        });
    }

    private static List<SeenLevel> levels(Page page) {
        return page.levels().stream()
                .map(level -> new SeenLevel(
                        level.key(),
                        level.reading().stocked(),
                        level.reading().available(),
                        // An item that is stocked again has its old quantity, and that one's date.
                        level.changedAt()))
                .toList();
    }

    private static String summary(List<Look> looks) {
        StringBuilder notes = new StringBuilder();
        looks.forEach(look -> notes.append(look.note()));
        return looks.size() + " locations, "
                + looks.stream().mapToInt(Look::levels).sum() + " levels changed, "
                + looks.stream().mapToInt(Look::due).sum() + " items are due" + notes;
    }
}
