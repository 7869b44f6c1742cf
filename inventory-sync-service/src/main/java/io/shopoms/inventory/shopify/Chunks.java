package io.shopoms.inventory.shopify;

import io.shopoms.model.ShopifyId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cuts lists into parts of bounded size, in a fixed order: what was sent once can be sent again the same. */
final class Chunks {

    static final Comparator<ShopifyId> BY_ID = Comparator.comparingLong(ShopifyId::value);

    private Chunks() {}

    static <T> List<List<T>> of(List<T> all, int most) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += most) {
            parts.add(all.subList(from, Math.min(all.size(), from + most)));
        }
        return parts;
    }

    /** Sorted lines in parts of at most {@code most}; the lines of one item stay together as long as they fit. */
    static List<List<LevelWrite>> byItem(List<LevelWrite> sorted, int most) {
        List<List<LevelWrite>> parts = new ArrayList<>();
        List<LevelWrite> part = new ArrayList<>();
        for (int from = 0; from < sorted.size(); ) {
            int to = Math.min(endOfItem(sorted, from), from + most);
            if (part.size() + to - from > most) {
                parts.add(part);
                part = new ArrayList<>();
            }
            part.addAll(sorted.subList(from, to));
            from = to;
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    /** Where to cut sorted lines in two: near the middle, and between two items if there are two. */
    static int middle(List<LevelWrite> sorted) {
        int middle = sorted.size() / 2;
        int after = endOfItem(sorted, middle - 1);
        if (after < sorted.size()) {
            return after;
        }
        int before = middle - 1;
        while (before > 0 && sameItem(sorted, before - 1, before)) {
            before--;
        }
        return before > 0 ? before : middle;
    }

    private static int endOfItem(List<LevelWrite> sorted, int from) {
        int to = from + 1;
        while (to < sorted.size() && sameItem(sorted, to - 1, to)) {
            to++;
        }
        return to;
    }

    private static boolean sameItem(List<LevelWrite> lines, int one, int other) {
        return lines.get(one).key().item().equals(lines.get(other).key().item());
    }
}
