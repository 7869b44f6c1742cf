package io.shopoms.inventory.ops;

import io.shopoms.inventory.ops.StockViews.AllocationView;
import io.shopoms.inventory.stock.Allocation;
import io.shopoms.inventory.stock.SourceShare;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.inventory.stock.StockSource.Kind;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.ops.ProblemException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what people wish for; what makes no sense is answered with the member and what would be right. */
final class Wanted {

    /** Shopify takes no more units than that. */
    private static final long MOST_UNITS = 1_000_000_000L;

    private static final int PLACES_OF_SHARES = 6;
    private static final int PLACES_OF_PERCENT = 2;

    private Wanted() {}

    /** No body at all is nobody's wish. */
    static void body(Object body, String members) {
        if (body == null) {
            throw ProblemException.badRequest("The body must be JSON with " + members + ".");
        }
    }

    static ShopifyId id(String member, Long value) {
        if (value == null || value <= 0) {
            throw ProblemException.badRequest(member + ": expected the number of a Shopify record");
        }
        return new ShopifyId(value);
    }

    static OptionalLong units(String member, Long value) {
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value < 0 || value > MOST_UNITS) {
            throw ProblemException.unprocessable(member + ": expected 0 to " + MOST_UNITS + " units");
        }
        return OptionalLong.of(value);
    }

    /** Empty for what holds for the whole store. */
    static Optional<Allocation> allocation(AllocationView wanted) {
        if (wanted == null || wanted.kind() == null) {
            throw ProblemException.badRequest("kind: needed, one of none, fixed, share, store");
        }
        return switch (wanted.kind().toLowerCase(Locale.ROOT)) {
            case "store" -> Optional.empty();
            case "none" -> Optional.of(new Allocation.None());
            case "fixed" ->
                Optional.of(new Allocation.Fixed(units("units", wanted.units())
                        .orElseThrow(() -> ProblemException.badRequest("units: needed for a fixed allocation"))));
            case "share" -> Optional.of(share(wanted.percent()));
            default -> throw ProblemException.badRequest("kind: expected one of none, fixed, share, store");
        };
    }

    static SourceShare source(String kind, Long id, BigDecimal share) {
        BigDecimal part = share == null ? BigDecimal.ONE : share.stripTrailingZeros();
        if (id == null || id <= 0) {
            throw ProblemException.badRequest("sources: id: expected the number of a warehouse or location in Odoo");
        }
        if (part.signum() <= 0 || part.compareTo(BigDecimal.ONE) > 0 || part.scale() > PLACES_OF_SHARES) {
            throw ProblemException.unprocessable("sources: share: expected more than 0 and at most 1, with at most "
                    + PLACES_OF_SHARES + " decimals");
        }
        return new SourceShare(new StockSource(kind(kind), new OdooId(id)), part);
    }

    private static Kind kind(String kind) {
        return switch (kind == null ? "" : kind.toLowerCase(Locale.ROOT)) {
            case "warehouse" -> Kind.WAREHOUSE;
            case "location" -> Kind.LOCATION;
            default -> throw ProblemException.badRequest("sources: kind: expected warehouse or location");
        };
    }

    private static Allocation share(BigDecimal percent) {
        if (percent == null) {
            throw ProblemException.badRequest("percent: needed for a share");
        }
        if (percent.signum() < 0
                || percent.compareTo(BigDecimal.valueOf(100)) > 0
                || percent.stripTrailingZeros().scale() > PLACES_OF_PERCENT) {
            throw ProblemException.unprocessable(
                    "percent: expected 0 to 100, with at most " + PLACES_OF_PERCENT + " decimals");
        }
        return new Allocation.Share(percent);
    }
}
