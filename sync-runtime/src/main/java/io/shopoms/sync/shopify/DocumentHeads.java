package io.shopoms.sync.shopify;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the client needs to know of a document, found without parsing it: whole documents are validated by tests against
 * Shopify's schema.
 *
 * @param query true if all operations are queries
 * @param idempotent true if the directive appears outside comments and texts
 */
record DocumentHeads(boolean query, boolean idempotent, Optional<String> operationName) {

    private static final Pattern COMMENTS_AND_TEXTS =
            Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|#[^\\n]*");
    private static final Pattern OPERATION =
            Pattern.compile("\\b(query|mutation|subscription)\\b(?:\\s+([_A-Za-z][_0-9A-Za-z]*))?");

    static DocumentHeads of(String document) {
        String bare = COMMENTS_AND_TEXTS.matcher(document).replaceAll(" ");
        String heads = outermost(bare);
        Matcher operation = OPERATION.matcher(heads);
        boolean query = heads.isBlank() && bare.contains("{");
        Optional<String> name = Optional.empty();
        if (operation.find()) {
            query = operation.group(1).equals("query");
            name = Optional.ofNullable(operation.group(2));
            while (operation.find()) {
                query &= operation.group(1).equals("query");
            }
        }
        return new DocumentHeads(query, bare.matches("[\\s\\S]*@idempotent\\b[\\s\\S]*"), name);
    }

    private static String outermost(String text) {
        StringBuilder outside = new StringBuilder();
        int depth = 0;
        for (char c : text.toCharArray()) {
            if (c == '{' || c == '(') {
                depth++;
            } else if (c == '}' || c == ')') {
                depth--;
            } else if (depth == 0) {
                outside.append(c);
            }
        }
        return outside.toString();
    }
}
