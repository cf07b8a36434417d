package io.tiercast.template;

/** What a variable of a template holds; decides what Meta takes for it. */
public enum VariableKind {
    TEXT(1_024),
    IMAGE(2_000),
    VIDEO(2_000),
    DOCUMENT(2_000),
    FILE_NAME(240),
    /** Degrees north, from -90 to 90. */
    LATITUDE(20),
    /** Degrees east, from -180 to 180. */
    LONGITUDE(20),
    /** The part of a link's address behind its fixed beginning. */
    URL_SUFFIX(2_000),
    /** A whole address with https. */
    ADDRESS(2_000),
    /** A coupon to copy. */
    COUPON(20),
    ONE_TIME_PASSWORD(15),
    /** What comes back when somebody presses a quick reply. */
    PAYLOAD(128),
    /** A moment, as RFC 3339; a date alone is its first moment in UTC. */
    TIME(40),
    /** The identifier of a product or of a catalogue at Meta. */
    PRODUCT(100),
    FLOW_TOKEN(200),
    /** What a flow begins with: a JSON object. */
    FLOW_DATA(1_024),
    /** A JSON array of at most ten {@code {"title":…,"product_items":[{"product_retailer_id":…}]}}, thirty products in all. */
    PRODUCT_SECTIONS(4_000);

    private final int longest;

    VariableKind(int longest) {
        this.longest = longest;
    }

    /** In characters. */
    public int longest() {
        return longest;
    }

    /** Whether it shows a file; of our files, one of the kind of the same name. */
    public boolean media() {
        return this == IMAGE || this == VIDEO || this == DOCUMENT;
    }
}
