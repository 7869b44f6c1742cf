package io.shopoms.gateway.receive;

/** An error as RFC 9457 wants it. */
record Problem(String title, int status, String detail) {

    static Problem of(Refusal reason, String detail) {
        return new Problem(reason.title(), reason.status(), detail);
    }

    /** Written by hand: no JSON library is on the path of a webhook, where bodies are never parsed. */
    String toJson() {
        return "{\"title\":\"" + escaped(title) + "\",\"status\":" + status + ",\"detail\":\"" + escaped(detail)
                + "\"}";
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c < ' ') {
                escaped.append(String.format("\\u%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
