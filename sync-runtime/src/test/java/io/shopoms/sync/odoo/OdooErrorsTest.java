package io.shopoms.sync.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.http.NoAnswerException;
import io.shopoms.sync.http.NoAnswerException.Reason;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OdooErrorsTest {

    private static final OdooCall CONFIRM = new OdooCall("sale.order", "action_confirm", JsonBodies.object());

    /** The contract's table; status 200 is JSON-RPC, where only the name speaks. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            401, werkzeug.exceptions.Unauthorized,        Misconfigured
            403, odoo.exceptions.AccessError,             Misconfigured
            403, odoo.exceptions.AccessDenied,            Misconfigured
            403, '',                                      Misconfigured
            404, '',                                      Misconfigured
            302, '',                                      Misconfigured
            404, odoo.exceptions.MissingError,            MissingDependency
            404, werkzeug.exceptions.NotFound,            RejectedByTarget
            422, odoo.exceptions.ValidationError,         RejectedByTarget
            422, odoo.exceptions.UserError,               RejectedByTarget
            422, odoo.exceptions.RedirectWarning,         RejectedByTarget
            422, werkzeug.exceptions.UnprocessableEntity, RejectedByTarget
            400, werkzeug.exceptions.BadRequest,          RejectedByTarget
            413, '',                                      RejectedByTarget
            415, '',                                      RejectedByTarget
            500, builtins.ValueError,                     RejectedByTarget
            500, builtins.TypeError,                      RejectedByTarget
            500, psycopg2.errors.SerializationFailure,    TransientFailure
            500, psycopg2.errors.DeadlockDetected,        TransientFailure
            500, psycopg2.errors.LockNotAvailable,        TransientFailure
            500, psycopg2.OperationalError,               TransientFailure
            500, '',                                      TransientFailure
            408, '',                                      TransientFailure
            409, odoo.exceptions.LockError,               TransientFailure
            409, '',                                      TransientFailure
            429, '',                                      TransientFailure
            502, '',                                      TransientFailure
            503, '',                                      TransientFailure
            504, '',                                      TransientFailure
            520, '',                                      TransientFailure
            200, odoo.exceptions.AccessDenied,            Misconfigured
            200, odoo.exceptions.AccessError,             Misconfigured
            200, odoo.exceptions.MissingError,            MissingDependency
            200, odoo.exceptions.UserError,               RejectedByTarget
            200, odoo.exceptions.LockError,               TransientFailure
            200, builtins.KeyError,                       RejectedByTarget
            200, psycopg2.errors.SerializationFailure,    TransientFailure
            """)
    void classificationFollowsStatusAndName(int status, String name, String kind) {
        assertThat(classify(status, name, "irgendein Text").kind()).isEqualTo(kind);
    }

    @Test
    void messageNeverDecides() {
        String misleading = "could not serialize access; Invalid apikey; does not exist";

        assertThat(classify(422, "odoo.exceptions.UserError", misleading)).isInstanceOf(RejectedByTarget.class);
        assertThat(classify(500, "builtins.ValueError", misleading)).isInstanceOf(RejectedByTarget.class);
    }

    @Test
    void wrongKeySaysWhereToMakeANewOneAndWhichSettingTakesIt() {
        SyncFailure failure = classify(401, "werkzeug.exceptions.Unauthorized", "Invalid apikey");

        assertThat(failure).isInstanceOf(Misconfigured.class);
        assertThat(failure.remedy())
                .contains("New API Key")
                .contains("ODOO_API_KEY")
                .contains("90 days");
    }

    @ParameterizedTest
    @CsvSource({
        "product.product, product.group_product_manager",
        "account.move, account.group_account_invoice",
        "stock.picking, stock.group_stock_user",
        "sale.order, sales_team.group_sale_salesman_all_leads",
        "crm.tag, sales_team.group_sale_salesman_all_leads",
        "res.partner, base.group_partner_manager",
        "ir.model.data, base.group_user"
    })
    void missingRightNamesTheModelAndItsGroup(String model, String group) {
        // Given
        OdooCall call = new OdooCall(model, "create", JsonBodies.object());

        // When
        SyncFailure failure =
                OdooErrors.classify(call, new OdooError(403, "odoo.exceptions.AccessError", "You are not allowed"));

        // Then
        assertThat(failure.message()).contains(model + "/create").contains("You are not allowed");
        assertThat(failure.remedy()).contains(model).contains(group);
    }

    @Test
    void unknownDatabaseNamesItsSettingAndTheOtherTransport() {
        assertThat(classify(404, "", "").remedy()).contains("ODOO_DATABASE").contains("ODOO_TRANSPORT=jsonrpc");
    }

    @Test
    void redirectNamesTheAddress() {
        assertThat(classify(308, "", "").remedy()).contains("ODOO_URL");
    }

    @Test
    void staleIdIsLookedUpAgain() {
        SyncFailure failure = classify(404, "odoo.exceptions.MissingError", "Record does not exist (Record: x(99,))");

        assertThat(failure).isInstanceOf(MissingDependency.class);
        assertThat(failure.message()).contains("sale.order/action_confirm").contains("Record does not exist");
    }

    @Test
    void retryAfterIsHandedOn() {
        // Given
        OdooError error = new OdooError(503, "", "", Optional.of(Duration.ofSeconds(9)));

        // When
        SyncFailure failure = OdooErrors.classify(CONFIRM, error);

        // Then
        assertThat(failure)
                .isInstanceOfSatisfying(
                        TransientFailure.class,
                        wait -> assertThat(wait.retryAfter()).contains(Duration.ofSeconds(9)));
    }

    @Test
    void messageIsOneBoundedLine() {
        SyncFailure failure = classify(422, "odoo.exceptions.UserError", "first\n\tsecond\u0007 " + "x".repeat(5000));

        assertThat(failure.message()).contains("first second x").hasSizeLessThan(400);
    }

    /** What Odoo reports itself was rolled back; what a proxy says leaves it open. */
    @ParameterizedTest
    @CsvSource({
        "409, odoo.exceptions.LockError, true",
        "500, psycopg2.errors.SerializationFailure, true",
        "200, psycopg2.errors.SerializationFailure, true",
        "422, odoo.exceptions.UserError, true",
        "429, '', true",
        "409, '', false",
        "502, '', false",
        "503, '', false",
        "504, '', false",
        "500, '', false"
    })
    void onlyOdoosOwnErrorsCertainlyHadNoEffect(int status, String name, boolean notCarriedOut) {
        assertThat(OdooErrors.failed(CONFIRM, new OdooError(status, name, "")).notCarriedOut())
                .isEqualTo(notCarriedOut);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyMissingAnswerIsClassified(Reason reason) {
        // When
        var failed = OdooErrors.failed(new NoAnswerException(reason, "odoo.example.com did not"));

        // Then
        String kind = switch (reason) {
            case NOT_SENT, UNKNOWN_OUTCOME -> "TransientFailure";
            case NOT_TRUSTED -> "Misconfigured";
            case TOO_LARGE -> "RejectedByTarget";
        };
        assertThat(failed.failure().kind()).isEqualTo(kind);
        assertThat(failed.failure().message()).contains("odoo.example.com");
        assertThat(failed.notCarriedOut()).isEqualTo(reason == Reason.NOT_SENT);
    }

    private static SyncFailure classify(int status, String name, String message) {
        return OdooErrors.classify(CONFIRM, new OdooError(status, name, message));
    }
}
