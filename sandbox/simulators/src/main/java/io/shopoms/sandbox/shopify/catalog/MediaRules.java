package io.shopoms.sandbox.shopify.catalog;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Images of products. Whoever names a source again uploads the image again: only an id means the one that is there. */
final class MediaRules {

    static final int MOST = 250;
    private static final int LONGEST_ALT = 512;

    private final Catalog catalog;

    MediaRules(Catalog catalog) {
        this.catalog = catalog;
    }

    /** @param before what the product has now */
    void check(List<Input> inputs, List<Media> before, Errors errors) {
        if (inputs.size() > MOST) {
            errors.add("INVALID_INPUT", "Exceeded the maximum of " + MOST + " media per product.");
        }
        for (int i = 0; i < inputs.size(); i++) {
            Input input = inputs.get(i);
            Errors here = errors.in(i);
            if (input.sets("alt") && input.text("alt").length() > LONGEST_ALT) {
                here.in("alt").add("INVALID_INPUT", "Alt text is too long (maximum is " + LONGEST_ALT + " characters)");
            }
            if (input.sets("id")) {
                if (existing(input, before).isEmpty()) {
                    here.in("id").add("INVALID_INPUT", "File id " + input.text("id") + " does not exist.");
                }
            } else if (!isAddress(input.text("originalSource"))) {
                here.in("originalSource").add("INVALID_INPUT", "Image URL is invalid");
            }
            String type = input.sets("mediaContentType") ? input.text("mediaContentType") : input.text("contentType");
            if (type != null && !type.equals("IMAGE")) {
                here.add("INVALID_INPUT", "the simulated store keeps images only, not " + type);
            }
        }
    }

    private boolean isAddress(String source) {
        if (source == null || !source.matches("https?://[^\\s/]+/\\S+")) {
            return false;
        }
        try {
            return URI.create(source).getHost() != null && catalog.isFetchable(URI.create(source));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<Media> existing(Input input, List<Media> before) {
        long id = Ids.parse("MediaImage", input.text("id"));
        return before.stream().filter(each -> each.id() == id).findFirst();
    }

    /** Exactly these, in this order. */
    List<Media> result(List<Input> inputs, List<Media> before, Instant now) {
        List<Media> after = new ArrayList<>();
        for (Input input : inputs) {
            String alt = input.text("alt") == null ? "" : input.text("alt");
            after.add(
                    input.sets("id")
                            ? known(input, existing(input, before).orElseThrow())
                            : new Media(catalog.nextId(), alt, URI.create(input.text("originalSource")), now));
        }
        return after;
    }

    private static Media known(Input input, Media media) {
        return input.has("alt") ? media.withAlt(input.text("alt") == null ? "" : input.text("alt")) : media;
    }

    /** Which of the product's files a variant's file is; -1 for none. */
    static int index(Input file, List<Input> files) {
        for (int i = 0; i < files.size(); i++) {
            String field = file.sets("id") ? "id" : "originalSource";
            if (file.sets(field) && file.text(field).equals(files.get(i).text(field))) {
                return i;
            }
        }
        return -1;
    }
}
