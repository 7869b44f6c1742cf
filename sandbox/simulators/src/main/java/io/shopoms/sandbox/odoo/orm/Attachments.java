package io.shopoms.sandbox.odoo.orm;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * {@code ir.attachment}: what Odoo knows of each stored picture without its bytes. Only the pictures that were written have
 * one here, not their smaller sizes.
 */
public final class Attachments {

    private static final String MODEL = "ir.attachment";

    private Attachments() {}

    public static Model model() {
        return new Model(MODEL, "Attachment")
                .orderedBy("id desc")
                .hiddenUnlessMentioned("res_field", "id")
                .with(
                        Field.text("name", "Name").required(),
                        Field.text("res_model", "Resource Model"),
                        Field.text("res_field", "Resource Field"),
                        Field.integer("res_id", "Resource ID").indexed(),
                        Field.selection("type", "Type", "url", "URL", "binary", "File")
                                .defaultsTo("binary"),
                        Field.text("checksum", "Checksum/SHA1"),
                        Field.integer("file_size", "File Size"),
                        Field.text("mimetype", "Mime Type"),
                        Field.text("access_token", "Access Token"),
                        Field.flag("public", "Is public document"))
                .with(Method.onRecords("generate_access_token", Attachments::token));
    }

    /** With it, anybody may fetch the picture by its address; it stays when the picture is replaced. */
    private static Object token(Env env, Model model, List<Long> ids, Arguments args) {
        env.authorize(MODEL, "write");
        return env.require(MODEL, ids).stream()
                .map(row -> {
                    if (env.text(row, "access_token").isEmpty()) {
                        env.store(row, "access_token", UUID.randomUUID().toString());
                    }
                    return env.text(row, "access_token");
                })
                .toList();
    }

    /** What an address shows. */
    public record Picture(byte[] bytes, String mimetype) {}

    /** The picture as stored, for somebody without a login; null if it is not for everybody. */
    public static Picture forAnybody(Env env, long id, String token) {
        Record row = env.find(MODEL, id);
        boolean allowed = row != null
                && (env.flag(row, "public")
                        || !env.text(row, "access_token").isEmpty()
                                && env.text(row, "access_token").equals(token));
        Record owner = allowed ? env.find(env.text(row, "res_model"), (Long) env.get(row, "res_id")) : null;
        return owner == null
                ? null
                : new Picture(Images.bytes(env.text(owner, env.text(row, "res_field"))), env.text(row, "mimetype"));
    }

    /** A picture was written, or taken away. */
    static void keep(Env env, Record row, Field field, String base64) {
        Record known = find(env, row, field);
        if (base64 == null) {
            if (known != null) {
                env.unlink(known);
            }
            return;
        }
        byte[] bytes = Images.bytes(base64);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("checksum", checksum(bytes));
        values.put("file_size", bytes.length);
        values.put("mimetype", Images.mimetype(bytes));
        if (known != null) {
            env.write(known, values);
            return;
        }
        values.put("name", field.name());
        values.put("res_model", row.model().name());
        values.put("res_field", field.name());
        values.put("res_id", row.id());
        env.create(MODEL, values);
    }

    static void forget(Env env, Record row) {
        row.model().fields().stream()
                .filter(field -> field.type() == Type.BINARY && field.isStored())
                .forEach(field -> keep(env, row, field, null));
    }

    private static Record find(Env env, Record row, Field field) {
        return env.by(MODEL, "res_id", row.id()).stream()
                .filter(entry -> env.text(entry, "res_model").equals(row.model().name())
                        && env.text(entry, "res_field").equals(field.name()))
                .findFirst()
                .orElse(null);
    }

    private static String checksum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
