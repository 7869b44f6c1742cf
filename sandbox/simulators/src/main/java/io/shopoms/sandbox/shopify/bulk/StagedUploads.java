package io.shopoms.sandbox.shopify.bulk;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Places that an app may upload a file to, once it has asked for them. */
public final class StagedUploads {

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

    public void clear() {
        targets.clear();
        uploaded.clear();
    }
}
