package io.shopoms.sync.ops;

import io.shopoms.sync.cache.RejectedMessages;
import io.shopoms.sync.cache.RejectedMessages.Stored;
import io.shopoms.sync.cache.Rejection;
import io.shopoms.sync.intake.Replay;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What could not be understood. */
@Path("/api/rejected")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rejected")
class RejectedResource {

    private final RejectedMessages messages;
    private final Replay replay;

    RejectedResource(RejectedMessages messages, Replay replay) {
        this.messages = messages;
        this.replay = replay;
    }

    record RejectedView(
            String id,
            String store,
            String topic,
            String webhookId,
            String kind,
            String format,
            String reason,
            int size,
            int seen,
            Instant receivedAt,
            Instant rejectedAt,
            Instant replayedAt) {}

    /**
     * @param text the body, if it is UTF-8
     * @param base64 the body otherwise
     */
    record WholeRejectedView(RejectedView message, Map<String, String> headers, String text, String base64) {}

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "Rejected messages, newest first; q is a webhook id or a part of the reason")
    public Uni<Page<RejectedView>> list(
            @RestQuery String store,
            @RestQuery String topic,
            @RestQuery String q,
            @RestQuery String after,
            @RestQuery String limit) {
        int most = Asked.limit(limit);
        Optional<Long> before = Asked.text("after", after).map(Asked::id);
        return messages.list(Asked.text("store", store), Asked.text("topic", topic), Asked.text("q", q), before, most)
                .map(found -> {
                    List<RejectedView> items =
                            found.stream().map(RejectedResource::view).toList();
                    return new Page<>(
                            items,
                            found.size() < most ? null : items.get(most - 1).id());
                });
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
    @Operation(summary = "One rejected message with its body")
    public Uni<WholeRejectedView> message(@RestPath String id) {
        return known(id).map(RejectedResource::whole);
    }

    @POST
    @Path("{id}/replay")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Takes the message in once more; 422 if it is still not understood")
    public Uni<WholeRejectedView> replay(@RestPath String id) {
        return known(id)
                .chain(message -> replay.replay(message)
                        .chain(understood -> known(id).map(now -> {
                            if (!understood) {
                                throw ProblemException.unprocessable("Still not understood: "
                                        + now.rejection().reason());
                            }
                            return whole(now);
                        })));
    }

    private Uni<Stored> known(String id) {
        return messages.find(Asked.id(id))
                .map(found ->
                        found.orElseThrow(() -> ProblemException.notFound("There is no rejected message " + id + ".")));
    }

    private static RejectedView view(Stored stored) {
        Rejection.Source source = stored.rejection().source();
        return new RejectedView(
                Long.toString(stored.id()),
                source.store().orElse(null),
                source.topic().orElse(null),
                source.webhookId().orElse(null),
                stored.rejection().kind().orElse(null),
                source.format().name(),
                stored.rejection().reason(),
                stored.size(),
                stored.seen(),
                source.receivedAt(),
                stored.rejectedAt(),
                stored.replayedAt().orElse(null));
    }

    private static WholeRejectedView whole(Stored stored) {
        Rejection.Source source = stored.rejection().source();
        Optional<String> text = utf8(source.body());
        String base64 = text.isPresent() ? null : Base64.getEncoder().encodeToString(source.body());
        return new WholeRejectedView(view(stored), source.headers(), text.orElse(null), base64);
    }

    private static Optional<String> utf8(byte[] body) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
