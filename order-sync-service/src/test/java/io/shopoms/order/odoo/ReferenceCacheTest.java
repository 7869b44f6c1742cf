package io.shopoms.order.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.model.ShopDomain;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferenceCacheTest {

    private static final ShopDomain ACME = new ShopDomain("acme.myshopify.com");
    private static final ShopDomain BETA = new ShopDomain("beta.myshopify.com");

    private final List<Set<String>> asked = new ArrayList<>();
    private final Map<String, Integer> odoo = new HashMap<>(Map.of("a", 1, "b", 2, "c", 3));
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private final ReferenceCache<String, Integer> cache = new ReferenceCache<>(clock(), Duration.ofMinutes(10), 2);

    @Test
    void onlyWhatIsUnknownIsAskedFor() {
        // Given
        resolve(ACME, "a");

        // When
        Map<String, Integer> found = resolve(ACME, "a", "b");

        // Then
        assertThat(found).containsOnly(Map.entry("a", 1), Map.entry("b", 2));
        assertThat(asked).containsExactly(Set.of("a"), Set.of("b"));
    }

    @Test
    void whatWasMissingIsAskedForAgain() {
        // Given
        assertThat(resolve(ACME, "new")).isEmpty();
        odoo.put("new", 9);

        // When / Then
        assertThat(resolve(ACME, "new")).containsEntry("new", 9);
    }

    @Test
    void whatIsNotSettledIsAskedForAgain() {
        // Given
        ReferenceCache<String, Integer> odd =
                new ReferenceCache<>(clock(), Duration.ofMinutes(10), 2, value -> value % 2 == 1);
        odd.resolve(ACME, List.of("a", "b"), this::lookUp).await().indefinitely();
        asked.clear();

        // When
        odd.resolve(ACME, List.of("a", "b"), this::lookUp).await().indefinitely();

        // Then
        assertThat(asked).containsExactly(Set.of("b"));
    }

    @Test
    void answersExpire() {
        // Given
        resolve(ACME, "a");
        now = now.plus(Duration.ofMinutes(10));
        odoo.put("a", 100);

        // When / Then
        assertThat(resolve(ACME, "a")).containsEntry("a", 100);
    }

    @Test
    void storesAreKeptApartAndForgottenApart() {
        // Given
        resolve(ACME, "a");
        resolve(BETA, "a");
        asked.clear();

        // When
        cache.forget(ACME);
        resolve(BETA, "a");
        resolve(ACME, "a");

        // Then
        assertThat(asked).hasSize(1);
    }

    @Test
    void theOneUnusedForLongestMakesRoom() {
        // Given
        resolve(ACME, "a");
        resolve(ACME, "b");
        resolve(ACME, "a");
        resolve(ACME, "c");
        asked.clear();

        // When
        resolve(ACME, "a", "b");

        // Then
        assertThat(asked).containsExactly(Set.of("b"));
    }

    private Map<String, Integer> resolve(ShopDomain shop, String... keys) {
        return cache.resolve(shop, List.of(keys), this::lookUp).await().indefinitely();
    }

    private Uni<Map<String, Integer>> lookUp(Set<String> unknown) {
        asked.add(unknown);
        Map<String, Integer> found = new HashMap<>();
        unknown.stream().filter(odoo::containsKey).forEach(key -> found.put(key, odoo.get(key)));
        return Uni.createFrom().item(found);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
