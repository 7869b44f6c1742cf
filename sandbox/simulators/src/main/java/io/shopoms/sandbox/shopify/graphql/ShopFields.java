package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.inventory.Location;
import io.shopoms.sandbox.shopify.order.Shop;
import io.shopoms.sandbox.shopify.order.money.Money;
import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import java.util.List;
import java.util.Map;

/** The fields of the shop, its locations, and of what every record has: money, pages, attributes. */
final class ShopFields {

    /** The one that asks. */
    static final App SHOPOMS = new App(1, "shopOMS", "shopoms");

    /** The one that sells in the shop's own pages. */
    static final App ONLINE_STORE = new App(2, "Online Store", "online_store");

    private ShopFields() {}

    record App(long id, String title, String handle) {}

    static List<Map.Entry<String, String>> attributes(Map<String, String> attributes) {
        return List.copyOf(attributes.entrySet());
    }

    static void addTo(RuntimeWiring.Builder wiring, Access access) {
        shop(wiring);
        app(wiring, access);
        locations(wiring);
        TypeFields.of("MoneyBag", MoneyBag.class)
                .field("shopMoney", MoneyBag::shopMoney)
                .field("presentmentMoney", MoneyBag::presentmentMoney)
                .addTo(wiring);
        TypeFields.of("MoneyV2", Money.class)
                .field("amount", Money::amount)
                .field("currencyCode", Money::currencyCode)
                .addTo(wiring);
        TypeFields.of("Attribute", Map.Entry.class)
                .field("key", Map.Entry::getKey)
                .field("value", Map.Entry::getValue)
                .addTo(wiring);
        TypeFields.of("PageInfo", Connection.class)
                .field("hasNextPage", Connection::hasNextPage)
                .field("hasPreviousPage", Connection::hasPreviousPage)
                .field("startCursor", Connection::startCursor)
                .field("endCursor", Connection::endCursor)
                .addTo(wiring);
    }

    private static void shop(RuntimeWiring.Builder wiring) {
        TypeFields.of("Shop", Shop.class)
                .field("id", each -> Gid.of("Shop", 1))
                .field("name", Shop::name)
                .field("myshopifyDomain", Shop::domain)
                .field("primaryDomain", each -> each)
                .field("email", each -> "owner@example.com")
                .field("currencyCode", each -> each.currency().getCurrencyCode())
                .field(
                        "enabledPresentmentCurrencies",
                        each -> List.of(each.currency().getCurrencyCode()))
                .field("ianaTimezone", each -> each.zone().getId())
                .field("taxesIncluded", each -> false)
                .field("plan", each -> each)
                .addTo(wiring);
        TypeFields.of("ShopPlan", Shop.class)
                .field("publicDisplayName", each -> "Development")
                .field("partnerDevelopment", each -> true)
                .field("shopifyPlus", each -> false)
                .addTo(wiring);
        TypeFields.of("Domain", Shop.class)
                .field("id", each -> Gid.of("Domain", 1))
                .field("host", Shop::domain)
                .field("url", each -> "https://" + each.domain())
                .addTo(wiring);
    }

    private static void app(RuntimeWiring.Builder wiring, Access access) {
        TypeFields.of("AppInstallation", Shop.class)
                .field("id", each -> Gid.of("AppInstallation", 1))
                .field("app", each -> SHOPOMS)
                .field("accessScopes", each -> List.copyOf(access.granted()))
                .addTo(wiring);
        TypeFields.of("App", App.class)
                .field("id", each -> Gid.of("App", each.id()))
                .field("title", App::title)
                .field("handle", App::handle)
                .field("apiKey", App::handle)
                .addTo(wiring);
        TypeFields.of("AccessScope", String.class)
                .field("handle", each -> each)
                .field("description", each -> each.replace('_', ' '))
                .addTo(wiring);
        TypeFields.of("ApiVersion", ApiVersions.Version.class)
                .field("handle", ApiVersions.Version::handle)
                .field("displayName", ApiVersions.Version::displayName)
                .field("supported", ApiVersions.Version::supported)
                .addTo(wiring);
    }

    private static void locations(RuntimeWiring.Builder wiring) {
        TypeFields.of("Location", Location.class)
                .ids("Location", Location::id)
                .field("name", Location::name)
                .field("isActive", Location::isActive)
                .field("fulfillsOnlineOrders", Location::fulfillsOnlineOrders)
                .field("shipsInventory", each -> true)
                .field("isFulfillmentService", each -> false)
                .field("address", each -> each)
                .addTo(wiring);
        TypeFields.of("LocationAddress", Location.class)
                .field("address1", each -> "1 Depot Road")
                .field("address2", each -> null)
                .field("city", each -> "Newark")
                .field("country", each -> "United States")
                .field("countryCode", each -> "US")
                .field("phone", each -> null)
                .field("province", each -> "New Jersey")
                .field("provinceCode", each -> "NJ")
                .field("zip", each -> "07101")
                .addTo(wiring);
        TypeFields.of("FulfillmentOrderAssignedLocation", Location.class)
                .field("location", each -> each)
                .field("name", Location::name)
                .field("address1", each -> "1 Depot Road")
                .field("city", each -> "Newark")
                .field("countryCode", each -> "US")
                .field("province", each -> "New Jersey")
                .field("zip", each -> "07101")
                .addTo(wiring);
    }
}
