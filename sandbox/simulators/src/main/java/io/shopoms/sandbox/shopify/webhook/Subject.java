package io.shopoms.sandbox.shopify.webhook;

/**
 * What a webhook is about.
 *
 * @param id the record's number
 * @param name as people call it: {@code #1001}
 */
public record Subject(String id, String name) {}
