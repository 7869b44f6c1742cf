package io.shopoms.fulfillment.shopify;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a parcel can be followed.
 *
 * @param company the carrier as Shopify names it; any other name is allowed, but then Shopify builds no link
 * @param numbers the tracking numbers, one for each parcel
 * @param urls where the numbers can be looked up; empty if Shopify shall build the links
 */
public record Tracking(Optional<String> company, List<String> numbers, List<String> urls) {

    public static final Tracking NONE = new Tracking(Optional.empty(), List.of(), List.of());

    public Tracking {
        Objects.requireNonNull(company, "company");
        numbers = List.copyOf(new LinkedHashSet<>(numbers));
        urls = List.copyOf(urls);
    }

    /** Without a number there is nothing that a customer could follow. */
    public boolean isEmpty() {
        return numbers.isEmpty();
    }

    public boolean hasNumbersOf(Tracking other) {
        return new LinkedHashSet<>(numbers).equals(new LinkedHashSet<>(other.numbers));
    }

    /**
     * Whether {@code shown}, as read from Shopify, already says all of this. Links that Shopify built by itself do not
     * count as a difference.
     */
    public boolean isShownBy(Tracking shown) {
        return hasNumbersOf(shown)
                && company.map(name -> name.equalsIgnoreCase(shown.company.orElse("")))
                        .orElse(true)
                && (urls.isEmpty() || new LinkedHashSet<>(shown.urls).containsAll(urls));
    }
}
