package io.shopoms.inventory.mapping;

import io.shopoms.inventory.stock.AuditLine;
import io.shopoms.inventory.stock.ChangeCause;
import java.util.ArrayList;
import java.util.List;

/** Tells shorter what was seen and explained in one run: an order's units are one line instead of two. */
public final class History {

    private History() {}

    /** The lines of one level, with the cause given where units were seen if it was known by then. */
    public static List<AuditLine> joined(List<AuditLine> lines) {
        List<AuditLine> joined = new ArrayList<>();
        for (AuditLine line : lines) {
            AuditLine last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && isSeen(last) && line.explains() != 0 && line.before() == last.after()) {
                joined.remove(joined.size() - 1);
                joined.addAll(join(last, line));
            } else {
                joined.add(line);
            }
        }
        return joined;
    }

    private static boolean isSeen(AuditLine line) {
        return line.cause() == ChangeCause.UNEXPLAINED && line.explains() == 0;
    }

    private static List<AuditLine> join(AuditLine seen, AuditLine told) {
        long moved = seen.after() - seen.before();
        if (Long.signum(moved) != Long.signum(told.explains())) {
            return List.of(seen, told);
        }
        long both = moved > 0 ? Math.min(moved, told.explains()) : Math.max(moved, told.explains());
        long middle = seen.before() + both;
        List<AuditLine> lines = new ArrayList<>();
        lines.add(line(seen, told.cause(), seen.before(), middle, 0));
        if (middle != seen.after()) {
            lines.add(line(seen, ChangeCause.UNEXPLAINED, middle, seen.after(), 0));
        }
        if (told.explains() != both) {
            lines.add(line(told, told.cause(), seen.after(), seen.after(), told.explains() - both));
        }
        return lines;
    }

    private static AuditLine line(AuditLine like, ChangeCause cause, long before, long after, long explains) {
        return new AuditLine(like.key(), like.source(), cause, before, after, explains, like.at(), like.correlation());
    }
}
