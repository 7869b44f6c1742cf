package io.shopoms.sync.shopify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * A GraphQL document, one operation in one file.
 *
 * @param name the file's name without its ending, for logs and metrics
 * @param text the document
 */
public record GraphqlDocument(String name, String text) {

    public GraphqlDocument {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
    }

    /**
     * Reads {@code graphql/<name>.graphql} from the class path of {@code owner}.
     *
     * @throws IllegalStateException if there is no such file: a packaging mistake
     */
    public static GraphqlDocument of(Class<?> owner, String name) {
        String path = "/graphql/" + name + ".graphql";
        try (InputStream in = owner.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no GraphQL document " + path + " beside " + owner.getName());
            }
            return new GraphqlDocument(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** The operation's name in the document; empty for an anonymous one. */
    public Optional<String> operationName() {
        return DocumentHeads.of(text).operationName();
    }

    /**
     * True if sending it twice ends as sending it once: queries, and mutations that carry Shopify's {@code @idempotent}
     * key. Anything that is not clearly one of these counts as not repeatable.
     */
    public boolean repeatable() {
        DocumentHeads heads = DocumentHeads.of(text);
        return heads.query() || heads.idempotent();
    }
}
