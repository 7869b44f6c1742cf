package io.shopoms.sandbox.odoo.sale;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Type;
import java.util.Map;

/** Notes in a document's history ({@code mail.message}). */
public final class Messages {

    private Messages() {}

    public static Model model() {
        return new Model("mail.message", "Message")
                .orderedBy("id desc")
                .with(
                        Field.text("model", "Related Document Model"),
                        Field.integer("res_id", "Related Document ID").indexed(),
                        Field.of(Type.HTML, "body", "Contents"));
    }

    static Record post(Env env, Record document, String body) {
        return env.create(
                "mail.message", Map.of("model", document.model().name(), "res_id", document.id(), "body", body));
    }
}
