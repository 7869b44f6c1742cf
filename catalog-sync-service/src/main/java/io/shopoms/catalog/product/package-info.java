/**
 * A product as Shopify, Odoo and feeds all understand it, and what differs between two of them. Every side translates
 * its own records into this vocabulary and back; nothing here knows a side.
 */
package io.shopoms.catalog.product;
