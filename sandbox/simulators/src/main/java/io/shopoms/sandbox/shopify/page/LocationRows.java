package io.shopoms.sandbox.shopify.page;

import io.shopoms.sandbox.shopify.inventory.Location;
import java.util.List;

/** The locations on the page, with what can be done with them. */
final class LocationRows {

    private LocationRows() {}

    static String of(List<Location> locations) {
        return Html.table(
                List.of("Location", "Updated", "State", ""),
                locations.stream()
                        .map(location -> Html.row(
                                "<b>" + Html.text(location.name()) + "</b><br><small>" + location.id() + "</small>",
                                Html.time(location.updatedAt()),
                                Html.badge(location.isActive() ? "active" : "inactive"),
                                actions(location)))
                        .toList(),
                "No locations.");
    }

    private static String actions(Location location) {
        return location.isActive()
                ? button(location, "deactivate", "Deactivate")
                : button(location, "activate", "Activate") + button(location, "delete", "Delete");
    }

    private static String button(Location location, String how, String label) {
        return "<button data-place=\"" + location.id() + "\" data-how=\"" + how + "\">" + label + "</button> ";
    }
}
