package io.shopoms.order.mapping;

import io.shopoms.order.shopify.Address;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A country, and a state or province in it, as Shopify names them.
 *
 * @param country ISO 3166 alpha-2
 * @param stateCode Shopify's province code, which is Odoo's state code in most countries
 * @param stateName the province's name, which tells where the codes differ
 */
public record Place(String country, Optional<String> stateCode, Optional<String> stateName) {

    /** Codes that people and old records use for the one in ISO 3166. */
    private static final Map<String, String> ALIASES =
            Map.of("UK", "GB", "EL", "GR", "TP", "TL", "ZR", "CD", "BU", "MM", "DD", "DE", "FX", "FR");

    /** Shopify's provinces of the United States that have an ISO country code of their own. */
    private static final Set<String> TERRITORIES = Set.of("AS", "FM", "GU", "MH", "MP", "PR", "PW", "UM", "VI");

    /** Shopify's provinces of the United Kingdom; Odoo has its counties, and letters name neither. */
    private static final Set<String> NATIONS = Set.of("ENG", "NIR", "SCT", "WLS");

    /** Where an address is; empty without a country. */
    public static Optional<Place> of(Address address) {
        return address.countryCode()
                .map(code -> code.toUpperCase(Locale.ROOT))
                .map(code -> ALIASES.getOrDefault(code, code))
                .map(country -> new Place(
                        country,
                        address.provinceCode().map(code -> withoutCountry(country, code.toUpperCase(Locale.ROOT))),
                        address.province()));
    }

    /** The country that the province is in Odoo, where Odoo has no such state: {@code PR} for Puerto Rico. */
    public Optional<String> territory() {
        return country.equals("US") ? stateCode.filter(TERRITORIES::contains) : Optional.empty();
    }

    /** Whether the province is no part of a postal address, so that nothing is lost without it. */
    boolean isNation() {
        return country.equals("GB") && stateCode.filter(NATIONS::contains).isPresent();
    }

    /** Whether two spellings name the same state: accents, case and punctuation do not count. */
    public static boolean sameName(String a, String b) {
        String plain = plain(a);
        return !plain.isEmpty() && plain.equals(plain(b));
    }

    private static String withoutCountry(String country, String code) {
        return code.startsWith(country + "-") ? code.substring(country.length() + 1) : code;
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
