package io.shopoms.sandbox.shopify.order;

/**
 * One amount twice.
 *
 * @param shopMoney in the shop's currency
 * @param presentmentMoney in the currency that the buyer saw
 */
public record MoneyBag(Money shopMoney, Money presentmentMoney) {}
