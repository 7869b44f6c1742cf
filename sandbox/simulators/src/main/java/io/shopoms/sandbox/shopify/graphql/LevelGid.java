package io.shopoms.sandbox.shopify.graphql;

import io.shopoms.sandbox.shopify.inventory.Level;
import io.shopoms.sandbox.shopify.inventory.Stock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Global ids of levels: {@code gid://shopify/InventoryLevel/<n>?inventory_item_id=<m>}, {@code n} alone names none. */
final class LevelGid {

    private static final Pattern FORM =
            Pattern.compile("gid://shopify/InventoryLevel/(\\d{1,18})\\?inventory_item_id=(\\d{1,18})");

    private LevelGid() {}

    /** @param type of what has the level's numbers */
    static String of(String type, Level level) {
        return Gid.of(type, level.location().levelsId()) + "?inventory_item_id=" + level.itemId();
    }

    static Optional<Level> find(Stock stock, Object gid) {
        Gid.type(gid);
        Matcher matcher = FORM.matcher(gid.toString());
        return matcher.matches()
                ? stock.findByLevelsId(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)))
                : Optional.empty();
    }
}
