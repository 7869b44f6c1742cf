package io.shopoms.sandbox.odoo.orm;

import java.util.List;

/** A failure as Odoo tells it: HTTP status of JSON-2, Python's qualified exception name, message. */
public final class OdooException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private static final String CONSTRAINT = "The operation cannot be completed: ";

    private final String name;
    private final String field;

    public OdooException(int status, String name, String message) {
        this(status, name, message, null);
    }

    private OdooException(int status, String name, String message, String field) {
        super(message);
        this.status = status;
        this.name = name;
        this.field = field;
    }

    /** Unknown field, bad date, bad domain: permanent although 500. */
    public static OdooException value(String message) {
        return new OdooException(500, "builtins.ValueError", message);
    }

    public static OdooException type(String message) {
        return new OdooException(500, "builtins.TypeError", message);
    }

    public static OdooException python(String name, String message) {
        return new OdooException(500, "builtins." + name, message);
    }

    public static OdooException validation(String message) {
        return new OdooException(422, "odoo.exceptions.ValidationError", message);
    }

    /** A broken database constraint, as the web layer words it; {@code load} shows the bare text. */
    public static OdooException constraint(String message) {
        return validation(CONSTRAINT + message);
    }

    /** The same failure, naming the column that caused it. */
    OdooException of(String column) {
        return new OdooException(status, name, getMessage(), column);
    }

    public static OdooException user(String message) {
        return new OdooException(422, "odoo.exceptions.UserError", message);
    }

    public static OdooException access(String message) {
        return new OdooException(403, "odoo.exceptions.AccessError", message);
    }

    public static OdooException missing(String model, long id, long uid) {
        return new OdooException(
                404,
                "odoo.exceptions.MissingError",
                "Record does not exist or has been deleted.\n(Record: %s(%d,), User: %d)".formatted(model, id, uid));
    }

    public static OdooException notFound(String message) {
        return new OdooException(404, "werkzeug.exceptions.NotFound", message);
    }

    public static OdooException unprocessable(String message) {
        return new OdooException(422, "werkzeug.exceptions.UnprocessableEntity", message);
    }

    public static OdooException badRequest(String message) {
        return new OdooException(400, "werkzeug.exceptions.BadRequest", message);
    }

    public static OdooException unauthorized() {
        return new OdooException(401, "werkzeug.exceptions.Unauthorized", "Invalid apikey");
    }

    /** Another transaction changed a row after this one began: plain calls are tried again, {@code load} reports it. */
    public static OdooException serialization() {
        return new OdooException(
                500, "psycopg2.errors.SerializationFailure", "could not serialize access due to concurrent update\n");
    }

    public int status() {
        return status;
    }

    public String name() {
        return name;
    }

    public boolean isSerialization() {
        return name.equals("psycopg2.errors.SerializationFailure");
    }

    /** Said by PostgreSQL, not by a rule of Odoo: {@code load} shows the bare text. */
    boolean isFromDatabase() {
        return isSerialization() || getMessage().startsWith(CONSTRAINT);
    }

    /** A record that is needed is not there. */
    boolean isMissing() {
        return name.equals("odoo.exceptions.MissingError");
    }

    boolean isUserError() {
        return name.startsWith("odoo.exceptions.");
    }

    String bareMessage() {
        return getMessage().startsWith(CONSTRAINT) ? getMessage().substring(CONSTRAINT.length()) : getMessage();
    }

    /** The column, or null. */
    String field() {
        return field;
    }

    public List<Object> arguments() {
        return name.startsWith("werkzeug.") ? List.of(getMessage(), status) : List.of(getMessage());
    }
}
