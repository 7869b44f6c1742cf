package io.shopoms.inventory.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.inventory.shopify.QuantityError.Effect;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.shopify.UserErrors;
import io.shopoms.sync.shopify.UserErrors.UserError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What became of a sent {@link OpenWrite} as a whole: Shopify carries out all of its lines or none. */
sealed interface SetAnswer {

    /** @param at Shopify's date of the change */
    record CarriedOut(Instant at) implements SetAnswer {}

    /** No error and no change either, although each line is one: what the levels have is to be seen there. */
    record Unsaid() implements SetAnswer {}

    /** Not known, or at work. */
    record Pending(SyncFailure failure) implements SetAnswer {}

    /** Never reached the operation: throttled, or refused at the door. Says nothing of earlier calls with the same key. */
    record NotBegun(SyncFailure failure) implements SetAnswer {}

    /** Not carried out, and never will be in any form. */
    record Rejected(SyncFailure failure) implements SetAnswer {}

    /** Not carried out; another key is needed. */
    record UsedUp() implements SetAnswer {}

    /** Not carried out because of some lines, by their index; empty if Shopify does not say which. */
    record Faulty(Map<Integer, WriteResult> lines, String said) implements SetAnswer {}

    /** Long enough for a mutation that is at work. */
    Duration WHILE_AT_WORK = Duration.ofSeconds(5);

    Pattern LINE = Pattern.compile("(?:^|\\.)quantities\\.(\\d{1,4})(?:\\.|$)");

    static SetAnswer of(OpenWrite write, JsonNode payload) {
        if (!payload.isObject()) {
            return new Pending(new TransientFailure("Shopify's answer to a write of stock is not understood"));
        }
        List<UserError> errors = UserErrors.of(payload);
        if (errors.isEmpty()) {
            // The group of changes may be null by Shopify's schema.
            JsonNode createdAt = payload.path("inventoryAdjustmentGroup").path("createdAt");
            return createdAt.isTextual() ? new CarriedOut(ItemNodes.instant(createdAt.asText())) : new Unsaid();
        }
        return first(errors, Effect.LATER)
                .<SetAnswer>map(error -> new Pending(new TransientFailure(
                        "Shopify is still at work on the same write of stock", Optional.of(WHILE_AT_WORK))))
                .or(() -> first(errors, Effect.NEW_KEY).map(error -> new UsedUp()))
                .or(() -> first(errors, Effect.MISTAKE).map(error -> new Rejected(QuantityError.mistake(said(error)))))
                .orElseGet(() -> faulty(write, errors));
    }

    /** What is known of a write if the call itself failed. */
    static SetAnswer failed(SyncFailureException failed) {
        // A refusal of the document is the same at every try; after anything else an earlier try may have had an
        // effect.
        if (failed.failure() instanceof RejectedByTarget) {
            return new Rejected(failed.failure());
        }
        return failed.notCarriedOut() ? new NotBegun(failed.failure()) : new Pending(failed.failure());
    }

    private static Optional<UserError> first(List<UserError> errors, Effect effect) {
        return errors.stream()
                .filter(error ->
                        known(error).filter(is -> is.effect() == effect).isPresent())
                .findFirst();
    }

    private static Faulty faulty(OpenWrite write, List<UserError> errors) {
        Map<Integer, WriteResult> lines = new TreeMap<>();
        List<UserError> unnamed = new ArrayList<>();
        for (UserError error : errors) {
            index(error.field())
                    .filter(index -> index < write.lines().size())
                    .ifPresentOrElse(
                            index -> lines.putIfAbsent(
                                    index, result(write.lines().get(index), error)),
                            () -> unnamed.add(error));
        }
        if (lines.isEmpty() && first(unnamed, Effect.STALE).isPresent()) {
            // All levels are read again in a few queries, which is cheaper than to find out which of them it was.
            for (int i = 0; i < write.lines().size(); i++) {
                lines.put(i, new WriteResult.Stale(write.lines().get(i)));
            }
        }
        if (lines.isEmpty() && write.lines().size() == 1) {
            lines.put(0, result(write.lines().get(0), errors.get(0)));
        }
        return new Faulty(lines, said(errors.get(0)));
    }

    private static Optional<Integer> index(String field) {
        Matcher line = LINE.matcher(field);
        return line.find() ? Optional.of(Integer.parseInt(line.group(1))) : Optional.empty();
    }

    private static WriteResult result(LevelWrite line, UserError error) {
        Optional<QuantityError> known = known(error);
        if (known.filter(is -> is.effect() == Effect.STALE).isPresent()) {
            return new WriteResult.Stale(line);
        }
        if (error.message().contains("tracking")) {
            // Shopify has no code for it.
            return new WriteResult.Refused(line, QuantityError.untracked(line));
        }
        return new WriteResult.Refused(
                line,
                known.map(is -> is.failure(line))
                        .orElseGet(
                                () -> new RejectedByTarget(
                                        "Shopify does not take the stock of inventory item "
                                                + line.key().item() + " at location "
                                                + line.key().location() + ": " + said(error),
                                        "Look at the item in the Shopify admin; retry it once its stock can be changed there.")));
    }

    private static Optional<QuantityError> known(UserError error) {
        return error.code().flatMap(QuantityError::of);
    }

    private static String said(UserError error) {
        String line = (error.code().map(code -> code + ", ").orElse("") + error.message())
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return line.length() <= 300 ? line : line.substring(0, 300) + "…";
    }
}
