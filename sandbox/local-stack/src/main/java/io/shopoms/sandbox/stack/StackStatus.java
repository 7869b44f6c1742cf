package io.shopoms.sandbox.stack;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;

/**
 * What {@code ./shopoms status --json} prints: enough for a script to drive the whole stack. It holds the sandbox's
 * secrets.
 *
 * @param parts each with name, pid (null when down), URL, and state: {@code ready}, {@code not ready} or {@code down}
 * @param jdbcUrl the database, with user
 * @param amqpUrl the broker, with user
 * @param operatorToken a bearer token for the ops APIs, valid for twelve hours
 * @param shopify the store
 * @param odoo the ERP
 */
public record StackStatus(
        List<PartStatus> parts,
        String jdbcUrl,
        String amqpUrl,
        String operatorToken,
        ShopifyAccess shopify,
        OdooAccess odoo) {

    public record PartStatus(String name, Long pid, String url, String state) {}

    public record ShopifyAccess(
            String adminUrl, String shopDomain, String accessToken, String webhookSecret, String apiVersion) {}

    public record OdooAccess(String url, String database, String apiKey) {}

    static StackStatus of(List<PartStatus> parts, Connections connections, String token) {
        Connections.Shopify shopify = connections.shopify();
        Connections.Odoo odoo = connections.odoo();
        return new StackStatus(
                parts,
                connections.jdbcUrl(),
                connections.amqpUrl(),
                token,
                new ShopifyAccess(
                        shopify.adminUrl(),
                        shopify.shopDomain(),
                        shopify.accessToken(),
                        shopify.webhookSecret(),
                        shopify.apiVersion()),
                new OdooAccess(odoo.url(), odoo.database(), odoo.apiKey()));
    }

    public PartStatus part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StackProblem("there is no part " + name));
    }

    @JsonIgnore
    public boolean isReady() {
        return parts.stream().allMatch(part -> part.state().equals("ready"));
    }

    public String toJson() {
        try {
            return Json.MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new StackProblem("the status cannot be written as JSON: " + e.getMessage(), e);
        }
    }
}
