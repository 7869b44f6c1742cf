package io.shopoms.inventory.odoo;

import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Store.OdooConnection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the {@link StockDialect} of each Odoo: it changes with an upgrade, or when someone makes a unit. */
@Singleton
class StockDialects {

    /** For so long an upgraded Odoo may be taken for its older self. */
    private static final Duration KEPT = Duration.ofHours(1);

    private record Held(StockDialect dialect, Instant until) {}

    private final OdooClients clients;
    private final Clock clock;
    private final Map<Optional<OdooConnection>, Held> held = new ConcurrentHashMap<>();

    StockDialects(OdooClients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    Uni<StockDialect> of(Store store) {
        Held known = held.get(store.odoo());
        return known != null && clock.instant().isBefore(known.until())
                ? Uni.createFrom().item(known.dialect())
                : read(store);
    }

    /** One that knows these units, if Odoo does. */
    Uni<StockDialect> knowing(Store store, Collection<Long> units) {
        return of(store)
                .chain(dialect -> dialect.units().keySet().containsAll(units)
                        ? Uni.createFrom().item(dialect)
                        : read(store));
    }

    private Uni<StockDialect> read(Store store) {
        OdooClient odoo = clients.of(store);
        return odoo.version()
                .chain(version -> piece(odoo)
                        .chain(piece -> odoo.searchRead(
                                        "uom.uom",
                                        Domain.where("active", "in", List.of(true, false)),
                                        List.of("name", StockDialect.unitField(version.major())),
                                        "",
                                        0)
                                .map(units -> StockDialect.of(version.major(), units, piece))))
                .invoke(dialect ->
                        held.put(store.odoo(), new Held(dialect, clock.instant().plus(KEPT))));
    }

    private static Uni<Long> piece(OdooClient odoo) {
        return odoo.call(
                        "ir.model.data",
                        "check_object_reference",
                        JsonBodies.object().put("module", "uom").put("xml_id", StockDialect.PIECE))
                .map(reference -> reference.path(1).asLong());
    }
}
