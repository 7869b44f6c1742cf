package io.shopoms.inventory.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.model.OdooId;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.OdooDateTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/** Odoo's spelling of values: {@code false} for everything empty, floats for quantities. */
final class OdooValue {

    /** Odoo keeps quantities in floats and rounds them to fewer places than this. */
    private static final int PLACES = 6;

    private OdooValue() {}

    /** Empty text if there is none. */
    static String text(JsonNode record, String field) {
        return record.path(field).isTextual() ? record.path(field).textValue() : "";
    }

    static boolean flag(JsonNode record, String field) {
        return record.path(field).asBoolean(false);
    }

    static Optional<OdooId> id(JsonNode record, String field) {
        return record.path(field).isIntegralNumber() && record.path(field).asLong() > 0
                ? Optional.of(new OdooId(record.path(field).asLong()))
                : Optional.empty();
    }

    static Instant instant(JsonNode record, String field) {
        return OdooDateTime.read(record.path(field)).orElse(Instant.EPOCH);
    }

    /** A quantity that must be there: what Odoo did not tell is not zero. */
    static BigDecimal quantity(JsonNode record, String field) {
        return quantityIfTold(record, field)
                .orElseThrow(() -> new SyncFailureException(new RejectedByTarget(
                        "Odoo's answer holds no " + field + " for product " + record.path("id"),
                        "This Odoo differs from those that shopOMS knows: report it with the version of Odoo.")));
    }

    /** Empty for what is not a number, or not a finite one. */
    static Optional<BigDecimal> quantityIfTold(JsonNode record, String field) {
        JsonNode value = record.path(field);
        if (!value.isNumber() || value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue())) {
            return Optional.empty();
        }
        BigDecimal plain =
                value.decimalValue().setScale(PLACES, RoundingMode.HALF_UP).stripTrailingZeros();
        return Optional.of(plain.scale() < 0 ? plain.setScale(0) : plain);
    }
}
