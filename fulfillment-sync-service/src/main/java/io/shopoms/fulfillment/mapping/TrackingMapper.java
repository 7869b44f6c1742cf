package io.shopoms.fulfillment.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopoms.fulfillment.odoo.Shipment.Picking;
import io.shopoms.fulfillment.shopify.Tracking;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a picking says of its parcels, as Shopify wants it. Odoo's carriers join the numbers of several parcels with
 * commas, and then answer the links as a JSON list of {@code [name, link]}.
 */
final class TrackingMapper {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Longer than any carrier's; keeps a text that was pasted into the wrong field out of a customer's mail. */
    private static final int LONGEST_NUMBER = 255;

    private TrackingMapper() {}

    static Tracking of(Picking picking) {
        List<String> numbers = numbers(picking.trackingRef());
        if (numbers.isEmpty()) {
            return Tracking.NONE;
        }
        Optional<String> company = Optional.ofNullable(picking.carrier())
                .filter(name -> !name.isBlank())
                .map(CarrierNames::spelled);
        return new Tracking(company, numbers, urls(picking.trackingUrl()));
    }

    private static List<String> numbers(String ref) {
        return ref == null
                ? List.of()
                : Arrays.stream(ref.split("[,;\\n]"))
                        .map(String::strip)
                        .filter(number -> !number.isEmpty() && number.length() <= LONGEST_NUMBER)
                        .toList();
    }

    private static List<String> urls(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        if (!text.strip().startsWith("[")) {
            return isWebAddress(text.strip()) ? List.of(text.strip()) : List.of();
        }
        List<String> urls = new ArrayList<>();
        try {
            for (JsonNode parcel : JSON.readTree(text)) {
                String url = parcel.path(parcel.size() - 1).asText();
                if (isWebAddress(url)) {
                    urls.add(url);
                }
            }
        } catch (JsonProcessingException e) {
            // Without a link the customer still has the number.
            return List.of();
        }
        return urls;
    }

    /** Shopify refuses the whole fulfillment for a link that is none. */
    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
