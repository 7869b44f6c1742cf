package io.shopoms.sandbox.shopify;

import io.shopoms.sandbox.fault.Answer;
import io.shopoms.sandbox.fault.Operation;
import io.shopoms.sandbox.fault.SimulatedServer;
import io.shopoms.sandbox.shopify.bulk.BulkOperations;
import io.shopoms.sandbox.shopify.bulk.StagedUploads;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where results of bulk operations are downloaded from and files for them are uploaded to: cloud storage in Shopify. */
final class BulkEndpoint {

    private final SimulatedServer server;
    private final BulkOperations operations;
    private final StagedUploads uploads;
    private final Object lock;

    BulkEndpoint(SimulatedServer server, BulkOperations operations, StagedUploads uploads, Object lock) {
        this.server = server;
        this.operations = operations;
        this.uploads = uploads;
        this.lock = lock;
        server.router()
                .getWithRegex("/bulk-results/(?<id>\\d{1,18})\\.jsonl")
                .handler(context -> server.answer(
                        context,
                        Operation.of("bulk-result", context.request().path()),
                        () -> download(
                                Long.parseLong(context.pathParam("id")),
                                context.request().getHeader("Range"))));
        server.router()
                .getWithRegex(StagedUploads.PATH + "(?<key>.+)")
                .handler(context -> server.answer(
                        context,
                        Operation.of("staged-file", context.request().path()),
                        () -> uploaded(context.pathParam("key"))));
        // Before the handler that keeps bodies in memory, since that drops what is uploaded.
        server.router().post("/staged-uploads").order(-1).handler(this::upload);
    }

    private Answer download(long id, String range) {
        synchronized (lock) {
            return operations
                    .download(id)
                    .map(file -> ByteRange.of(file, range, "application/jsonl"))
                    .orElseGet(() -> Answer.text(404, "NoSuchKey"));
        }
    }

    private Answer uploaded(String key) {
        synchronized (lock) {
            return uploads.download(key)
                    .map(upload ->
                            new Answer(200, Map.of("Content-Type", upload.mimeType()), Buffer.buffer(upload.content())))
                    .orElseGet(() -> Answer.text(404, "NoSuchKey"));
        }
    }

    private void upload(RoutingContext context) {
        Path body;
        synchronized (lock) {
            body = uploads.begin();
        }
        OutputStream out = open(body);
        context.request().handler(chunk -> write(out, chunk)).endHandler(end -> {
            close(out);
            server.answer(
                    context,
                    Operation.of("staged-upload", context.request().path()),
                    () -> keep(body, context.request().getHeader("Content-Type")));
        });
    }

    private Answer keep(Path body, String contentType) {
        try {
            MultipartFile file = MultipartFile.read(body, contentType);
            synchronized (lock) {
                Optional<String> problem = uploads.problem(file.fields());
                if (problem.isPresent()) {
                    return refused(problem.get());
                }
                Path content = uploads.begin();
                file.extract(body, content);
                Files.deleteIfExists(body);
                String key = file.fields().get("key");
                uploads.complete(key, content);
                return xml(201, "<PostResponse><Key>" + escaped(key) + "</Key></PostResponse>");
            }
        } catch (IllegalArgumentException e) {
            return refused(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer refused(String reason) {
        return xml(400, "<Error><Code>InvalidPolicyDocument</Code><Details>" + escaped(reason) + "</Details></Error>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static OutputStream open(Path file) {
        try {
            return Files.newOutputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputStream out, Buffer chunk) {
        try {
            out.write(chunk.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(OutputStream out) {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer xml(int status, String text) {
        return new Answer(status, Map.of("Content-Type", "application/xml; charset=UTF-8"), Buffer.buffer(text));
    }
}
