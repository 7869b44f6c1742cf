package io.shopoms.fulfillment.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tracking companies for which Shopify builds the link itself. The name must be spelled as Shopify spells it, and Odoo's
 * carriers are named by people; so equal names are brought to Shopify's spelling. Source: the documentation of
 * {@code FulfillmentTrackingInfo.company}.
 */
final class CarrierNames {

    private static final Map<String, String> BY_LOWER_CASE = List.of(
                    "4PX",
                    "AGS",
                    "Amazon",
                    "Amazon Logistics UK",
                    "An Post",
                    "Anjun Logistics",
                    "APC",
                    "Asendia USA",
                    "Australia Post",
                    "Bonshaw",
                    "BPost",
                    "BPost International",
                    "Canada Post",
                    "Canpar",
                    "CDL Last Mile",
                    "China Post",
                    "Chronopost",
                    "Chukou1",
                    "Colissimo",
                    "Comingle",
                    "Coordinadora",
                    "Correios",
                    "Correos",
                    "CTT",
                    "CTT Express",
                    "Cyprus Post",
                    "Delnext",
                    "Deutsche Post",
                    "DHL eCommerce",
                    "DHL eCommerce Asia",
                    "DHL Express",
                    "DPD",
                    "DPD Local",
                    "DPD UK",
                    "DTD Express",
                    "DX",
                    "Eagle",
                    "Estes",
                    "Evri",
                    "FedEx",
                    "First Global Logistics",
                    "First Line",
                    "FSC",
                    "Fulfilla",
                    "GLS",
                    "Guangdong Weisuyi Information Technology (WSE)",
                    "Heppner Internationale Spedition GmbH & Co.",
                    "Iceland Post",
                    "IDEX",
                    "Israel Post",
                    "Japan Post (EN)",
                    "Japan Post (JA)",
                    "La Poste",
                    "Lasership",
                    "Latvia Post",
                    "Lietuvos Paštas",
                    "Logisters",
                    "Lone Star Overnight",
                    "M3 Logistics",
                    "Meteor Space",
                    "Mondial Relay",
                    "New Zealand Post",
                    "NinjaVan",
                    "North Russia Supply Chain (Shenzhen) Co.",
                    "OnTrac",
                    "Packeta",
                    "Pago Logistics",
                    "Ping An Da Tengfei Express",
                    "Pitney Bowes",
                    "Portal PostNord",
                    "Poste Italiane",
                    "PostNL",
                    "PostNord DK",
                    "PostNord NO",
                    "PostNord SE",
                    "Purolator",
                    "Qxpress",
                    "Qyun Express",
                    "Royal Mail",
                    "Royal Shipments",
                    "Sagawa (EN)",
                    "Sagawa (JA)",
                    "Sendle",
                    "SF Express",
                    "SFC Fulfillment",
                    "SHREE NANDAN COURIER",
                    "Singapore Post",
                    "Southwest Air Cargo",
                    "StarTrack",
                    "Step Forward Freight",
                    "Swiss Post",
                    "TForce Final Mile",
                    "Tinghao",
                    "TNT",
                    "Toll IPEC",
                    "United Delivery Service",
                    "UPS",
                    "USPS",
                    "Venipak",
                    "We Post",
                    "Whistl",
                    "Wizmo",
                    "WMYC",
                    "Xpedigo",
                    "XPO Logistics",
                    "Yamato (EN)",
                    "Yamato (JA)",
                    "YiFan Express",
                    "YunExpress")
            .stream()
            .collect(Collectors.toUnmodifiableMap(CarrierNames::key, Function.identity()));

    private CarrierNames() {}

    /** Shopify's spelling of the name, or the name itself: Shopify shows any, but links only those it knows. */
    static String spelled(String carrier) {
        String name = carrier.strip();
        return BY_LOWER_CASE.getOrDefault(key(name), name);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
