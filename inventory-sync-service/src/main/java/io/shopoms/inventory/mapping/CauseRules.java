package io.shopoms.inventory.mapping;

import io.shopoms.inventory.stock.ChangeCause;
import io.shopoms.inventory.stock.Level;
import io.shopoms.inventory.stock.StockNumber;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Why a number is written: the term that moved most since the last one. */
public final class CauseRules {

    private CauseRules() {}

    public static ChangeCause cause(Level level, StockNumber number) {
        Optional<StockNumber> last = level.number();
        if (last.isEmpty()) {
            return ChangeCause.FIRST_SYNC;
        }
        long odoo = Math.abs(whole(number) - whole(last.get()));
        // What an order is known to have sold since counts as if it had been waited for: the write follows from it.
        long orders = Math.abs(number.pending()
                + number.held()
                - last.get().pending()
                - last.get().held()
                + last.get().explained());
        long settings = Math.abs(number.buffer()
                + number.b2b()
                - last.get().buffer()
                - last.get().b2b());
        if (!shares(number).equals(shares(last.get()))) {
            return ChangeCause.SETTING;
        }
        if (odoo == 0 && orders == 0 && settings == 0) {
            // Nothing that we know of moved, so Shopify did.
            return ChangeCause.DRIFT;
        }
        if (odoo >= orders && odoo >= settings) {
            return ChangeCause.ODOO;
        }
        return orders >= settings ? ChangeCause.ORDER : ChangeCause.SETTING;
    }

    private static long whole(StockNumber number) {
        return number.free().setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    private static List<Object> shares(StockNumber number) {
        return number.sources().stream()
                .<Object>map(source -> List.of(source.source(), source.share().stripTrailingZeros()))
                .toList();
    }
}
