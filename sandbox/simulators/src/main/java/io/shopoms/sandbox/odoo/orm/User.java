package io.shopoms.sandbox.odoo.orm;

/**
 * Who calls.
 *
 * @param administrator may do everything; others are bound by {@link AccessRights}
 */
public record User(long id, String login, boolean administrator) {}
