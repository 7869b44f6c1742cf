package io.shopoms.order.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.model.ShopDomain;
import io.shopoms.order.OrderSettings;
import io.shopoms.order.mapping.Fingerprint;
import io.shopoms.order.mapping.PaymentMethod;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.ExternalId;
import io.shopoms.sync.odoo.Load;
import io.shopoms.sync.odoo.LoadResult;
import io.shopoms.sync.odoo.LoadResult.Loaded;
import io.shopoms.sync.odoo.LoadResult.NotLoaded;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** {@code crm.tag}: found by name, since names are unique there, else made. */
@ApplicationScoped
class Tags {

    private static final Logger LOG = Logger.getLogger(Tags.class);
    private static final int REMEMBERED = 5_000;

    private final ReferenceCache<String, Long> cache;

    Tags(Clock clock, OrderSettings settings) {
        this.cache = new ReferenceCache<>(clock, settings.referencesExpireAfter(), REMEMBERED);
    }

    /** By name. A tag that Odoo refuses is absent and logged: it is no reason to hold an order back. */
    Uni<Map<String, Long>> byName(Store store, OdooClient odoo, Collection<String> names) {
        return cache.resolve(
                store.shop(),
                names,
                unknown -> odoo.searchRead(
                                "crm.tag", Domain.where("name", "in", List.copyOf(unknown)), List.of("name"), "", 0)
                        .map(Tags::idsByName)
                        .chain(found -> create(
                                store.shop(),
                                odoo,
                                unknown.stream()
                                        .filter(name -> !found.containsKey(name))
                                        .toList(),
                                found)));
    }

    void forget(Store store) {
        cache.forget(store.shop());
    }

    private static Uni<Map<String, Long>> create(
            ShopDomain shop, OdooClient odoo, List<String> names, Map<String, Long> found) {
        if (names.isEmpty()) {
            return Uni.createFrom().item(found);
        }
        Map<String, String> nameById = names.stream()
                .collect(Collectors.toMap(name -> externalId(shop, name).toString(), name -> name));
        List<List<Object>> rows = nameById.entrySet().stream()
                .map(tag -> List.<Object>of(tag.getKey(), tag.getValue()))
                .toList();
        return odoo.createAbsentEach(new Load("crm.tag", List.of("id", "name"), rows))
                .map(results -> {
                    results.forEach(result -> add(found, nameById, result));
                    return found;
                })
                .onFailure(Tags::isMissingRight)
                .recoverWithItem(failure -> {
                    LOG.warnf("tags of %s are left out: %s", shop, failure.getMessage());
                    return found;
                });
    }

    private static boolean isMissingRight(Throwable failure) {
        return failure instanceof SyncFailureException e && e.failure() instanceof Misconfigured;
    }

    private static void add(Map<String, Long> found, Map<String, String> nameById, LoadResult result) {
        if (result instanceof Loaded loaded) {
            found.put(nameById.get(loaded.externalId()), loaded.id());
        } else if (result instanceof NotLoaded refused) {
            LOG.warnf(
                    "tag %s is left out: %s",
                    refused.externalId(), refused.failure().message());
        }
    }

    private static Map<String, Long> idsByName(List<JsonNode> tags) {
        Map<String, Long> ids = new HashMap<>();
        tags.forEach(tag -> ids.put(Records.text(tag, "name"), Records.id(tag)));
        return ids;
    }

    /** The payment methods' tags have fixed names, so that people may rename them; others are named by what they say. */
    private static ExternalId externalId(ShopDomain shop, String name) {
        return ExternalId.of(
                shop,
                "tag",
                Arrays.stream(PaymentMethod.values())
                        .filter(method -> method.label().equals(name))
                        .map(method -> method.name().toLowerCase(Locale.ROOT))
                        .findFirst()
                        .orElseGet(() -> Fingerprint.of(name)));
    }
}
