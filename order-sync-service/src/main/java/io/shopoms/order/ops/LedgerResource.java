package io.shopoms.order.ops;

import io.shopoms.order.ledger.Ledger;
import io.shopoms.order.ledger.Ledger.Day;
import io.shopoms.order.ledger.LedgerEntry;
import io.shopoms.order.ledger.LedgerEntry.Verdict;
import io.shopoms.order.mapping.MoneyLedger;
import io.shopoms.sync.ops.AskedStore;
import io.shopoms.sync.ops.ProblemException;
import io.shopoms.sync.ops.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What orders are worth in Shopify and in Odoo, day by day. */
@Path("/api/orders/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
class LedgerResource {

    private static final int DAYS_SHOWN = 31;
    private static final int MOST_DAYS = 366;
    private static final int PAGE = 100;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Ledger ledger;
    private final AskedStore stores;
    private final Clock clock;

    LedgerResource(Ledger ledger, AskedStore stores, Clock clock) {
        this.ledger = ledger;
        this.stores = stores;
        this.clock = clock;
    }

    /** @param days those that have orders, one entry for each currency */
    record LedgerView(String store, LocalDate from, LocalDate to, List<Day> days) {}

    /** Amounts in {@code currency}; Odoo's, and the parts in {@code sums}, are absent while the order is not there. */
    record EntryView(
            String orderId,
            String orderName,
            LocalDate orderedOn,
            String currency,
            BigDecimal shopifyTotal,
            BigDecimal shopifyTax,
            Optional<BigDecimal> odooTotal,
            Optional<BigDecimal> odooTax,
            BigDecimal rounding,
            String verdict,
            String remark,
            Optional<MoneyLedger> sums) {}

    private record Period(LocalDate from, LocalDate to) {}

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(
            summary = "Counts, sums and differences by day (UTC) and currency",
            description = "Both days are included; without them, the last 31 days. Orders that are not in Odoo count in"
                    + " Shopify's sums and under 'absent'.")
    public Uni<LedgerView> days(
            @QueryParam("store") String store, @QueryParam("from") String from, @QueryParam("to") String to) {
        var shop = stores.of(store).shop();
        Period period = period(from, to);
        return ledger.days(shop, period.from(), period.to())
                .map(days -> new LedgerView(shop.value(), period.from(), period.to(), days));
    }

    @GET
    @Path("/orders")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(
            summary = "The orders behind the sums, 100 at a time",
            description =
                    "'verdict' is EQUAL, ROUNDED, EXPLAINED, DIFFERS or ABSENT; without it, DIFFERS and ABSENT. The next page"
                            + " starts after the last order's number: 'after'.")
    public Uni<List<EntryView>> orders(
            @QueryParam("store") String store,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("verdict") String verdict,
            @QueryParam("after") @DefaultValue("0") long after) {
        Period period = period(from, to);
        return ledger.entries(stores.of(store).shop(), period.from(), period.to(), verdicts(verdict), after, PAGE)
                .map(entries -> entries.stream().map(LedgerResource::view).toList());
    }

    @GET
    @Path("/orders/{id:\\d{1,18}}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "What one order is worth in both systems, part by part")
    public Uni<EntryView> order(@PathParam("id") long id, @QueryParam("store") String store) {
        return ledger.entry(stores.of(store).shop(), id)
                .map(entry -> entry.map(LedgerResource::view)
                        .orElseThrow(() -> ProblemException.notFound("this order was not compared yet")));
    }

    private Period period(String from, String to) {
        LocalDate last = day("to", to).orElseGet(() -> LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        LocalDate first = day("from", from).orElseGet(() -> last.minusDays(DAYS_SHOWN - 1));
        if (first.isAfter(last) || first.plusDays(MOST_DAYS).isBefore(last)) {
            throw ProblemException.badRequest("from, to: expected at most " + MOST_DAYS + " days, the earlier first");
        }
        return new Period(first, last);
    }

    private static Optional<LocalDate> day(String name, String text) {
        Optional<String> given = Optional.ofNullable(text).map(String::strip).filter(day -> !day.isEmpty());
        try {
            // Java spells years that PostgreSQL has no dates for.
            if (given.filter(day -> !DAY.matcher(day).matches()).isEmpty()) {
                return given.map(LocalDate::parse);
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw ProblemException.badRequest(name + ": expected a day such as 2026-11-21");
    }

    private static List<Verdict> verdicts(String text) {
        if (text == null || text.isBlank()) {
            return List.of(Verdict.DIFFERS, Verdict.ABSENT);
        }
        try {
            return List.of(Verdict.valueOf(text.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("verdict: expected one of " + List.of(Verdict.values()));
        }
    }

    private static EntryView view(LedgerEntry entry) {
        return new EntryView(
                entry.orderId().toString(),
                entry.orderName(),
                entry.orderedOn(),
                entry.currency(),
                entry.shopifyTotal(),
                entry.shopifyTax(),
                entry.odooTotal(),
                entry.odooTax(),
                entry.rounding(),
                entry.verdict().name(),
                entry.remark(),
                entry.sums());
    }
}
