/**
 * Files as rows: receives a downloaded file, hands its rows on one at a time, each as a JSON tree with its number; a row
 * that cannot be read is handed on as such, a file that cannot be read on fails.
 */
package io.shopoms.catalog.feed.format;
