package io.shopoms.gateway.log;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.shopoms.model.ShopDomain;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who sent what when, and what became of it; and sending it once more. */
@Path("/api/webhook-log")
@Produces(MediaType.APPLICATION_JSON)
public class WebhookLogResource {

    private static final int LARGEST_PAGE = 500;
    private static final int LARGEST_OFFSET = 100_000;
    private static final int LARGEST_REPLAY = 5_000;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final WebhookLog log;
    private final Replay replay;

    WebhookLogResource(WebhookLog log, Replay replay) {
        this.log = log;
        this.replay = replay;
    }

    @GET
    @RolesAllowed({"viewer", "operator"})
    @Operation(
            summary = "Finds webhooks, newest first",
            description = "Times are ISO-8601; from is inclusive, to is not.")
    public Uni<LogPage> find(
            @QueryParam("shop") String shop,
            @QueryParam("topic") String topic,
            @QueryParam("webhookId") String webhookId,
            @QueryParam("eventId") String eventId,
            @QueryParam("state") String state,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("page") @DefaultValue("0") String page,
            @QueryParam("size") @DefaultValue("50") String size) {
        LogQuery query = new LogQuery(
                text("shop", shop),
                text("topic", topic),
                text("webhookId", webhookId),
                text("eventId", eventId),
                state(state),
                instant("from", from),
                instant("to", to));
        return page(query, number("page", page), number("size", size));
    }

    private Uni<LogPage> page(LogQuery query, int page, int size) {
        if (size < 1 || size > LARGEST_PAGE || (long) page * size > LARGEST_OFFSET) {
            throw new LogProblem(
                    400,
                    "size is 1 to " + LARGEST_PAGE + ", and page * size at most " + LARGEST_OFFSET
                            + "; narrow the search with from and to");
        }
        return log.find(query, page * size, size + 1).map(found -> LogPage.of(found, page, size));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"viewer", "operator"})
    @Operation(summary = "One webhook")
    public Uni<LoggedWebhook> one(@PathParam("id") long id) {
        return log.find(id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    @POST
    @Path("/{id}/replay")
    @RolesAllowed("operator")
    @Operation(
            summary = "Publishes a kept webhook once more",
            description = "With its own webhook id: services that have received it ignore it.")
    public Uni<LoggedWebhook> replay(@PathParam("id") long id) {
        return one(id).flatMap(found -> {
            if (!found.replayable()) {
                throw new LogProblem(
                        409,
                        "the body of this webhook is not in the log: the service that claims " + found.topic()
                                + " keeps the record; let it process that again, or backfill");
            }
            return replay.replay(byWebhook(found), id - 1, 1).chain(done -> one(id));
        });
    }

    @POST
    @Path("/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("operator")
    @Operation(
            summary = "Publishes kept webhooks of a topic and time once more, in order of arrival",
            description = "At most limit of them; go on with afterId = lastId while more is true.")
    public Uni<Replay.Progress> replay(ReplayOrder order) {
        if (order == null || order.topic() == null || order.topic().isBlank()) {
            throw new LogProblem(400, "topic is missing, for instance collections/update");
        }
        int limit = order.limit() == null ? LARGEST_REPLAY : order.limit();
        if (limit < 1 || limit > LARGEST_REPLAY) {
            throw new LogProblem(400, "limit is 1 to " + LARGEST_REPLAY);
        }
        LogQuery query = new LogQuery(
                text("shop", order.shop()),
                text("topic", order.topic()),
                null,
                null,
                state(order.state()),
                instant("from", order.from()),
                instant("to", order.to()));
        return replay.replay(query, order.afterId() == null ? 0 : order.afterId(), limit);
    }

    /** The text stands in the problem, a malformed shop with it: both are the caller's own words. */
    private static WebhookState state(String text) {
        if (blankAsNull(text) == null) {
            return null;
        }
        try {
            return WebhookState.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new LogProblem(400, "state is one of " + List.of(WebhookState.values()));
        }
    }

    private static Instant instant(String name, String text) {
        if (blankAsNull(text) == null) {
            return null;
        }
        try {
            Instant instant = Instant.parse(text.strip());
            // PostgreSQL has no dates for all years that Java can spell.
            if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw new LogProblem(400, name + " is a time such as 2026-11-20T10:00:00Z");
    }

    private static int number(String name, String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new LogProblem(400, name + " is a number");
        }
        return Integer.parseInt(text);
    }

    /** Neither a header nor a column can hold the character NUL. */
    private static String text(String name, String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw new LogProblem(400, name + " holds a NUL character");
        }
        return blankAsNull(text);
    }

    private static String blankAsNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static LogQuery byWebhook(LoggedWebhook found) {
        return new LogQuery(
                new ShopDomain(found.shop()).value(), found.topic(), found.webhookId(), null, null, null, null);
    }

    private static LogProblem unknown(long id) {
        return new LogProblem(404, "no webhook " + id + " in the log; it may have expired");
    }

    /** One page of what was found; {@code more} says whether there is another. */
    @RegisterForReflection
    public record LogPage(List<LoggedWebhook> items, int page, int size, boolean more) {
        static LogPage of(List<LoggedWebhook> found, int page, int size) {
            boolean more = found.size() > size;
            return new LogPage(more ? found.subList(0, size) : found, page, size, more);
        }
    }

    /** What to replay: all kept webhooks of a topic, by shop, state and time if given. */
    @RegisterForReflection
    public record ReplayOrder(
            String shop, String topic, String state, String from, String to, Long afterId, Integer limit) {}
}
