package io.tiercast.media;

/** What a header can show, as Meta names it. */
public enum MediaKind {
    IMAGE(5),
    VIDEO(16),
    DOCUMENT(100);

    private static final long MEGABYTE = 1024 * 1024;

    private final int megabytes;

    MediaKind(int megabytes) {
        this.megabytes = megabytes;
    }

    /** The most bytes that Meta takes. */
    public long longest() {
        return megabytes * MEGABYTE;
    }
}
