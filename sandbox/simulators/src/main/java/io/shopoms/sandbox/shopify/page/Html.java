package io.shopoms.sandbox.shopify.page;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** Builds HTML. Text becomes HTML only through {@link #text}. */
final class Html {

    private Html() {}

    /** Escaped for content and for attributes in double or single quotes; null becomes nothing. */
    static String text(Object value) {
        if (value == null) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        for (char c : value.toString().toCharArray()) {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** {@code 2026-11-20 20:38:36}, in UTC. */
    static String time(Instant at) {
        String text = at.truncatedTo(ChronoUnit.SECONDS).toString();
        return "<time>" + text.replace('T', ' ').replace("Z", "") + "</time>";
    }

    /** @param cells HTML */
    static String row(String... cells) {
        return List.of(cells).stream()
                .map(cell -> "<td>" + cell + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    /** A table with its header; a sentence instead if there are no rows. */
    static String table(List<String> header, List<String> rows, String ifEmpty) {
        if (rows.isEmpty()) {
            return "<p class=\"empty\">" + text(ifEmpty) + "</p>\n";
        }
        String head = header.stream().map(name -> "<th>" + text(name) + "</th>").collect(Collectors.joining());
        return "<div class=\"scroll\"><table><thead><tr>" + head + "</tr></thead><tbody>\n" + String.join("", rows)
                + "</tbody></table></div>\n";
    }

    /** A state as a coloured word. */
    static String badge(String state) {
        String kind = switch (state) {
            case "paid", "fulfilled", "DELIVERED", "SUCCESS" -> "good";
            case "voided", "refunded", "GIVEN_UP", "CANCELLED" -> "bad";
            default -> "open";
        };
        return "<span class=\"badge " + kind + "\">" + text(state.replace('_', ' ')) + "</span>";
    }
}
