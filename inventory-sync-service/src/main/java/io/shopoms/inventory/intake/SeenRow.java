package io.shopoms.inventory.intake;

import io.shopoms.inventory.odoo.StockRow;
import io.shopoms.inventory.odoo.StockTable;

/**
 * What is kept of a row to know it again: little, since tens of thousands may change within the overlap.
 *
 * @param writtenAt its date, in milliseconds
 * @param digest of what it said; that two rows of one date share one by chance is one in 2^64
 */
record SeenRow(StockTable table, long id, long writtenAt, long digest) {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    static SeenRow of(StockRow row) {
        return new SeenRow(row.table(), row.id(), row.writtenAt().toEpochMilli(), digest(row.content()));
    }

    /** FNV-1a over UTF-16. */
    private static long digest(String content) {
        long digest = FNV_OFFSET;
        for (int i = 0; i < content.length(); i++) {
            digest = (digest ^ content.charAt(i)) * FNV_PRIME;
        }
        return digest;
    }
}
