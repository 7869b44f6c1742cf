package io.shopoms.sandbox.shopify.order;

import java.util.Locale;
import java.util.Map;

/** How a parcel can be followed. Shopify makes the address itself for carriers that it knows. */
public record TrackingInfo(String company, String number, String url) {

    private static final Map<String, String> KNOWN = Map.of(
            "ups", "https://www.ups.com/WebTracking?loc=en_US&requester=ST&trackNums=",
            "usps", "https://tools.usps.com/go/TrackConfirmAction_input?qtc_tLabels1=",
            "fedex", "https://www.fedex.com/fedextrack/?trknbr=",
            "dhl express", "https://www.dhl.com/en/express/tracking.html?AWB=");

    public TrackingInfo {
        if (url == null && company != null && number != null) {
            String prefix = KNOWN.get(company.toLowerCase(Locale.ROOT));
            url = prefix == null ? null : prefix + number;
        }
    }
}
