package io.shopoms.catalog.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.catalog.feed.config.FeedConfig;
import io.shopoms.catalog.feed.config.FeedConfigReader;
import io.shopoms.catalog.feed.config.FeedConfigs;
import io.shopoms.catalog.feed.config.FeedConfigs.Stored;
import io.shopoms.catalog.feed.config.SecretBox;
import io.shopoms.catalog.feed.config.WrongConfigException;
import io.shopoms.catalog.feed.run.FeedLogs;
import io.shopoms.catalog.ops.RunViews.RunView;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.ops.AskedStore;
import io.shopoms.sync.ops.ProblemException;
import io.shopoms.sync.ops.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Configurations of feeds. */
@Path("/api/configs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "feeds")
class ConfigResource {

    /** Members of an answer that are no part of the configuration. */
    private static final Set<String> ANSWERED = Set.of("credentials_set", "next_run_at", "created_at", "updated_at");

    private final FeedConfigs configs;
    private final SecretBox box;
    private final AskedStore stores;
    private final FeedLogs logs;
    private final Clock clock;

    ConfigResource(FeedConfigs configs, SecretBox box, AskedStore stores, FeedLogs logs, Clock clock) {
        this.configs = configs;
        this.box = box;
        this.stores = stores;
        this.logs = logs;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "All feeds, without their secrets")
    public Uni<List<JsonNode>> list() {
        return configs.list().map(all -> all.stream().map(this::view).toList());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "One feed; credentials_set names the secrets that it has")
    public Uni<JsonNode> get(@RestPath String id) {
        return known(id).map(this::view);
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Creates a feed; without an id it is given one")
    public Uni<Response> create(JsonNode body) {
        String id = body != null && body.hasNonNull("id")
                ? body.path("id").asText()
                : UUID.randomUUID().toString();
        ShopDomain store = stores.of(text(body, "store")).shop();
        FeedConfig config = read(id, store, body);
        Map<String, String> secrets = new FeedSecrets(body).given();
        return save(() -> configs.create(config, definition(config, body), sealable(secrets), clock.instant()))
                .chain(created -> {
                    if (!created) {
                        throw ProblemException.conflict("id: there is a feed '" + id + "' already.");
                    }
                    return known(id);
                })
                .map(stored -> Response.created(URI.create("/api/configs/" + id))
                        .entity(view(stored))
                        .build());
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Replaces a feed; secrets that are left out stay, null takes one away")
    public Uni<JsonNode> update(@RestPath String id, JsonNode body) {
        return known(id).chain(stored -> {
            ShopDomain store = stored.config().store();
            if (text(body, "store") != null && !store.value().equals(text(body, "store"))) {
                throw ProblemException.unprocessable("store: a feed stays with its store; create another one.");
            }
            if (text(body, "id") != null && !id.equals(text(body, "id"))) {
                throw ProblemException.unprocessable("id: differs from the one in the address.");
            }
            FeedConfig config = read(id, store, body);
            FeedSecrets secrets = new FeedSecrets(body);
            if (!configs.canRead(stored) && !secrets.areMentioned()) {
                throw ProblemException.unprocessable(
                        "credentials: the key that encrypts the feed's secrets is no longer"
                                + " configured; set the secrets again, or restore it in SHOPOMS_CATALOG_FEEDS_KEYS.");
            }
            return save(() -> configs.update(
                            config,
                            definition(config, body),
                            sealable(secrets.over(() -> configs.canRead(stored) ? configs.secrets(stored) : Map.of())),
                            clock.instant()))
                    .chain(() -> known(id))
                    .map(this::view);
        });
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Forgets a feed; the products that it brought stay in Shopify as they are")
    public Uni<Response> delete(@RestPath String id) {
        return configs.delete(id).map(deleted -> {
            if (!deleted) {
                throw unknown(id);
            }
            return Response.noContent().build();
        });
    }

    @GET
    @Path("{id}/logs")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "Runs of one feed, newest first")
    public Uni<List<RunView>> ofFeed(@RestPath String id, @RestQuery Integer limit) {
        return known(id)
                .chain(stored -> logs.list(Optional.of(stored.config().id()), LogResource.limit(limit)))
                .map(RunViews::of);
    }

    private Uni<Stored> known(String id) {
        return configs.find(id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    static ProblemException unknown(String id) {
        return ProblemException.notFound("There is no feed '" + id + "'.");
    }

    private static FeedConfig read(String id, ShopDomain store, JsonNode body) {
        if (body == null) {
            throw ProblemException.badRequest("The body must be the JSON of a configuration.");
        }
        if (body instanceof ObjectNode members) {
            // What was answered may be sent back.
            members.remove(ANSWERED);
        }
        try {
            return FeedConfigReader.read(id, store, body, 1);
        } catch (WrongConfigException e) {
            throw ProblemException.unprocessable(e.getMessage());
        }
    }

    private Map<String, String> sealable(Map<String, String> secrets) {
        if (!secrets.isEmpty() && !box.canSeal()) {
            throw ProblemException.unprocessable("credentials: secrets can be kept only encrypted, and no key is"
                    + " configured; an administrator sets SHOPOMS_CATALOG_FEEDS_KEYS.");
        }
        return secrets;
    }

    private static Uni<Boolean> save(Supplier<Uni<? extends Boolean>> change) {
        return Uni.createFrom().deferred(change);
    }

    /** What is kept in clear. */
    private static JsonNode definition(FeedConfig config, JsonNode body) {
        ObjectNode definition = body.deepCopy();
        definition.put("id", config.id()).put("store", config.store().value());
        return FeedSecrets.without(definition);
    }

    private JsonNode view(Stored stored) {
        ObjectNode view = stored.definition().deepCopy();
        if (configs.canRead(stored)) {
            view.putPOJO("credentials_set", configs.secrets(stored).keySet());
        } else {
            view.putNull("credentials_set");
        }
        view.put("next_run_at", stored.nextRunAt().map(Object::toString).orElse(null));
        view.put("created_at", stored.createdAt().toString());
        view.put("updated_at", stored.updatedAt().toString());
        return view;
    }

    private static String text(JsonNode body, String member) {
        return body == null ? null : body.path(member).textValue();
    }
}
