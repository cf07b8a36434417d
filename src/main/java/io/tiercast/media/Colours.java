package io.tiercast.media;

/** Meta shows pictures of eight bits a colour in RGB. Others upload well and fail later, one message at a time. */
final class Colours {

    private static final int PNG_DEPTH = 24;
    private static final int EIGHT_BITS = 8;
    private static final int CMYK = 4;

    private Colours() {}

    /** Why Meta would not show the picture; null: it does, or this beginning of it does not tell. */
    static String problem(FileType type, byte[] head) {
        return switch (type) {
            case PNG ->
                head.length > PNG_DEPTH && head[PNG_DEPTH] > EIGHT_BITS
                        ? "has 16 bits a colour; Meta shows pictures of 8"
                        : null;
            case JPEG -> jpegProblem(head);
            default -> null;
        };
    }

    /** Goes from segment to segment to the one that describes the frame. */
    private static String jpegProblem(byte[] head) {
        int at = 2;
        while (at + 9 < head.length && (head[at] & 0xff) == 0xff) {
            int marker = head[at + 1] & 0xff;
            if (isFrame(marker)) {
                return head[at + 4] != EIGHT_BITS || head[at + 9] == CMYK
                        ? "is not of 8 bits a colour in RGB; Meta shows only such pictures"
                        : null;
            }
            at += 2 + ((head[at + 2] & 0xff) << 8 | head[at + 3] & 0xff);
        }
        return null;
    }

    /** SOF0 to SOF15, less the tables that lie between them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }
}
