package io.tiercast.template;

/**
 * What Meta accepts as a variable's text: no line breaks, no tabs, at most four spaces in a row. Anything else fails the whole
 * message with code 132018, so a value is brought into this form rather than sent in vain.
 */
final class ParameterText {

    private static final int SPACES_IN_A_ROW = 4;

    private ParameterText() {}

    /** Control characters become spaces, longer runs of spaces are cut to four. */
    static String clean(String text) {
        return isClean(text) ? text : rewrite(text);
    }

    private static boolean isClean(String text) {
        int spaces = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            spaces = c == ' ' ? spaces + 1 : 0;
            if (c < ' ' || spaces > SPACES_IN_A_ROW) {
                return false;
            }
        }
        return true;
    }

    private static String rewrite(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        int spaces = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i) < ' ' ? ' ' : text.charAt(i);
            spaces = c == ' ' ? spaces + 1 : 0;
            if (spaces <= SPACES_IN_A_ROW) {
                clean.append(c);
            }
        }
        return clean.toString();
    }
}
