package io.tiercast.template;

/**
 * A variable inside a text.
 *
 * @param name the number of a positional one, or a name
 * @param example what was given to Meta for the review; null if Meta does not show it
 */
record Placeholder(String name, String example) {

    boolean named() {
        return !name.matches("[0-9]{1,9}");
    }

    int position() {
        return named() ? 0 : Integer.parseInt(name);
    }
}
