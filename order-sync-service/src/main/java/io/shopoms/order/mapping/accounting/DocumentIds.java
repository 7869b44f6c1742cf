package io.shopoms.order.mapping.accounting;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.odoo.ExternalId;
import java.util.Set;

/** The external ids of accounting documents, the reason why each exists once; like those of lines, each names its order. */
public final class DocumentIds {

    private static final String INVOICE = "invoice";
    private static final String CREDIT_NOTE = "creditnote";

    private DocumentIds() {}

    /** @param number counts the invoices of an order, from 1 */
    public static ExternalId invoice(ShopDomain shop, ShopifyId order, int number) {
        return ExternalId.of(shop, INVOICE, order + "_" + number);
    }

    public static ExternalId creditNote(ShopDomain shop, ShopifyId order, ShopifyId refund) {
        return ExternalId.of(shop, CREDIT_NOTE, order + "_" + refund);
    }

    public static ExternalId payment(ShopDomain shop, ShopifyId order, ShopifyId transaction) {
        return ExternalId.of(shop, "payment", order + "_" + transaction);
    }

    public static ExternalId refundPayment(ShopDomain shop, ShopifyId order, ShopifyId transaction) {
        return ExternalId.of(shop, "refundpayment", order + "_" + transaction);
    }

    /** @param key tells the lines of one document apart */
    static ExternalId line(ExternalId document, String key) {
        return new ExternalId(document.shop(), document.kind() + "line", document.key() + "_" + key);
    }

    /** The one line that makes up for what two ways of rounding leave. */
    public static ExternalId rounding(ExternalId document) {
        return new ExternalId(document.shop(), document.kind() + "rounding", document.key());
    }

    static boolean isDocument(ExternalId id) {
        return Set.of(INVOICE, CREDIT_NOTE).contains(id.kind());
    }
}
