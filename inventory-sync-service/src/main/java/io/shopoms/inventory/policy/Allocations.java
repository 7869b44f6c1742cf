package io.shopoms.inventory.policy;

import io.shopoms.inventory.stock.Allocation;
import java.math.BigDecimal;

/** The form of the setting {@code shopoms.inventory.allocation}. */
final class Allocations {

    private Allocations() {}

    /** @throws IllegalArgumentException naming the setting if the text is not of the documented form */
    static Allocation parse(String setting, String text) {
        String given = text.strip();
        try {
            if (given.equalsIgnoreCase("none")) {
                return new Allocation.None();
            }
            return given.endsWith("%")
                    ? new Allocation.Share(new BigDecimal(
                            given.substring(0, given.length() - 1).strip()))
                    : new Allocation.Fixed(Long.parseLong(given));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    setting + " is none, units such as 5, or a share such as 20%, not '" + given + "'");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + ": " + e.getMessage());
        }
    }
}
