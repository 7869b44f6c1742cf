package io.shopoms.catalog.feed.config;

import io.shopoms.catalog.feed.format.FormatOptions;
import io.shopoms.catalog.feed.mapping.FeedMapping;
import io.shopoms.model.ShopDomain;
import java.math.BigDecimal;

/**
 * One feed of one store, checked.
 *
 * @param enabled whether it runs by itself
 * @param deletePolicy what becomes of products that the feed no longer holds
 * @param removalLimit the share of the feed's products, in percent, that a run may remove without being asked
 * @param revision counts its changes: a run reads a file that did not change again if the configuration did
 */
public record FeedConfig(
        String id,
        ShopDomain store,
        String name,
        boolean enabled,
        Connection connection,
        FormatOptions format,
        FeedMapping mapping,
        FeedSchedule schedule,
        DeletePolicy deletePolicy,
        BigDecimal removalLimit,
        long revision) {}
