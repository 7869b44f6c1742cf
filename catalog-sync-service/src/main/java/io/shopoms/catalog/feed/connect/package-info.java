/**
 * The way to a feed's file: receives a connection with its secrets, hands on a downloaded file with its size and checksum;
 * a file that did not come whole is a failure that says what to do. Only addresses that were checked are connected to.
 */
package io.shopoms.catalog.feed.connect;
