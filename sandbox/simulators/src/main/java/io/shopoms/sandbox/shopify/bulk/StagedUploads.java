package io.shopoms.sandbox.shopify.bulk;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Places that an app may upload a file to, once it has asked for them. */
public final class StagedUploads {

    /** Where uploads can be fetched from, under their key. */
    public static final String PATH = "/staged-uploads/";

    /** A place, and what an upload has to say to be let in. */
    public record Target(String key, Map<String, String> parameters) {}

    private final BulkFiles files;
    private final Map<String, Target> targets = new HashMap<>();
    private final Map<String, Path> uploaded = new HashMap<>();

    public StagedUploads(BulkFiles files) {
        this.files = files;
    }

    public Target create(String filename, String mimeType) {
        String key = "tmp/1/bulk/" + UUID.randomUUID() + "/" + filename;
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("Content-Type", mimeType);
        parameters.put("success_action_status", "201");
        parameters.put("acl", "private");
        parameters.put("key", key);
        parameters.put("x-goog-algorithm", "GOOG4-RSA-SHA256");
        parameters.put("x-goog-signature", UUID.randomUUID().toString().replace("-", ""));
        parameters.put("policy", UUID.randomUUID().toString());
        Target target = new Target(key, Map.copyOf(parameters));
        targets.put(key, target);
        return new Target(key, parameters);
    }

    /** What is wrong with the fields that stand before the file; empty if nothing is. */
    public Optional<String> problem(Map<String, String> fields) {
        Target target = targets.get(fields.get("key"));
        if (target == null) {
            return Optional.of("no upload was asked for with this key, or the key stands behind the file");
        }
        return target.parameters().entrySet().stream()
                .filter(each -> !each.getValue().equals(fields.get(each.getKey())))
                .map(each -> "the parameter " + each.getKey() + " is missing or another one, or stands behind the file")
                .findFirst();
    }

    /** Where to put the file of an upload under way. */
    public Path begin() {
        return files.create(UUID.randomUUID() + ".upload");
    }

    /** The file is there, whole. */
    public void complete(String key, Path file) {
        uploaded.put(key, file);
    }

    /** @param key the parameter {@code key} of the target */
    public Optional<Path> find(String key) {
        return Optional.ofNullable(uploaded.get(key));
    }

    /** Whether an address leads to a file: always, unless it is that of a place to which nothing was uploaded. */
    public boolean isFetchable(URI address) {
        String path = address.getPath() == null ? "" : address.getPath();
        return !path.startsWith(PATH) || uploaded.containsKey(path.substring(PATH.length()));
    }

    /** The bytes that were uploaded, and of what type the app said that they are. */
    public record Upload(byte[] content, String mimeType) {}

    /** @param key the parameter {@code key} of the target */
    public Optional<Upload> download(String key) {
        return find(key)
                .map(file -> new Upload(
                        BulkFiles.read(file), targets.get(key).parameters().get("Content-Type")));
    }

    public void clear() {
        targets.clear();
        uploaded.clear();
    }
}
