package io.shopoms.sandbox.odoo.control;

import java.util.Map;
import java.util.Set;

/** Writes the page. Every text that comes from outside is escaped. */
final class Html {

    /** Before the head of a column of numbers. */
    static final String NUMBER = "#";

    private static final String STYLE = """
            body{font:14px/1.5 system-ui,sans-serif;margin:0;background:#f6f6f8;color:#222}
            header{background:#5b3f56;color:#fff;padding:14px 24px}h1{font-size:18px;margin:0}
            main{padding:8px 24px 40px}h2{font-size:15px;margin:28px 0 8px}h2 small{color:#777;font-weight:400}
            .wide{overflow-x:auto}table{border-collapse:collapse;width:100%;background:#fff;border:1px solid #ddd}
            th{text-align:left;font-weight:600;background:#fafafa;color:#555}
            th,td{padding:7px 10px;border-bottom:1px solid #eee;vertical-align:top;white-space:pre-line}
            th.n,.n{text-align:right;font-variant-numeric:tabular-nums;white-space:pre}
            .b{display:inline-block;border-radius:9px;padding:0 8px;background:#e8e8ee;color:#444}
            .ok{background:#d9f2e0;color:#14602b}.go{background:#dbe9fb;color:#1d4f91}.bad{background:#fbe0de;color:#8c1d18}
            form{display:flex;gap:6px}form+form{margin-top:4px}input{border:1px solid #bbb;border-radius:4px;padding:3px 6px;width:11em}
            button{border:0;border-radius:4px;background:#5b3f56;color:#fff;padding:4px 10px;cursor:pointer;white-space:nowrap}
            .none{color:#777;text-align:center}
            """;

    private static final Set<String> GOOD = Set.of("done", "full", "posted", "paid", "invoiced");
    private static final Set<String> ACTIVE =
            Set.of("sale", "assigned", "partial", "started", "to invoice", "in_process");

    private static final Set<String> BAD = Set.of("cancel", "canceled", "reversed");

    private final StringBuilder out = new StringBuilder();
    private int columns;

    void start(String title) {
        out.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\"")
                .append(" content=\"width=device-width\"><title>")
                .append(escape(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><header><h1>")
                .append(escape(title))
                .append("</h1></header><main>");
    }

    String end() {
        return out.append("</main></body></html>").toString();
    }

    void section(String title, int count) {
        out.append("<h2>")
                .append(escape(title))
                .append(" <small>")
                .append(count)
                .append("</small></h2>");
    }

    void tableStart(String... heads) {
        columns = heads.length;
        out.append("<div class=\"wide\"><table><thead><tr>");
        for (String head : heads) {
            boolean number = head.startsWith(NUMBER);
            out.append(number ? "<th class=\"n\">" : "<th>");
            out.append(escape(number ? head.substring(NUMBER.length()) : head)).append("</th>");
        }
        out.append("</tr></thead><tbody>");
    }

    void tableEnd(String whenEmpty, boolean empty) {
        if (empty) {
            out.append("<tr><td class=\"none\" colspan=\"").append(columns).append("\">");
            out.append(escape(whenEmpty)).append("</td></tr>");
        }
        out.append("</tbody></table></div>");
    }

    void rowStart() {
        out.append("<tr>");
    }

    void rowEnd() {
        out.append("</tr>");
    }

    void cell(String text) {
        out.append("<td>").append(escape(text.strip())).append("</td>");
    }

    void number(String text) {
        out.append("<td class=\"n\">").append(escape(text)).append("</td>");
    }

    void badge(String text) {
        String tone = GOOD.contains(text) ? " ok" : ACTIVE.contains(text) ? " go" : BAD.contains(text) ? " bad" : "";
        out.append("<td>");
        if (!text.isEmpty()) {
            out.append("<span class=\"b")
                    .append(tone)
                    .append("\">")
                    .append(escape(text))
                    .append("</span>");
        }
        out.append("</td>");
    }

    void form(String action, String field, String placeholder, String button) {
        out.append("<td><form method=\"post\" action=\"").append(escape(action)).append("\"><input name=\"");
        out.append(escape(field)).append("\" maxlength=\"100\" aria-label=\"").append(escape(placeholder));
        out.append("\" placeholder=\"").append(escape(placeholder)).append("\"><button>");
        out.append(escape(button)).append("</button></form></td>");
    }

    /** @param acts label by address */
    void buttons(Map<String, String> acts) {
        out.append("<td>");
        acts.forEach((action, label) -> out.append("<form method=\"post\" action=\"")
                .append(escape(action))
                .append("\"><button>")
                .append(escape(label))
                .append("</button></form>"));
        out.append("</td>");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
