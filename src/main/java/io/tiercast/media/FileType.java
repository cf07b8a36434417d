package io.tiercast.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The types of file that Meta takes for headers, and how their content begins. */
enum FileType {
    JPEG("image/jpeg", MediaKind.IMAGE, "ffd8ff"),
    PNG("image/png", MediaKind.IMAGE, "89504e470d0a1a0a"),
    MP4("video/mp4", MediaKind.VIDEO, null),
    THREE_GPP("video/3gpp", MediaKind.VIDEO, null),
    PDF("application/pdf", MediaKind.DOCUMENT, "255044462d");

    /** The brand behind {@code ftyp}: sound, still pictures and QuickTime have the same frame, and other brands. */
    private static final Pattern MP4_BRAND = Pattern.compile("iso[0-9m]|mp4[0-9]|avc1|M4V.|MSNV|dash|mmp4|cmfc");

    private static final int BRAND = 8;
    private static final int BRAND_ENDS = 12;

    private final String contentType;
    private final MediaKind kind;
    private final byte[] beginning;

    FileType(String contentType, MediaKind kind, String beginning) {
        this.contentType = contentType;
        this.kind = kind;
        this.beginning = beginning == null ? null : HexFormat.of().parseHex(beginning);
    }

    String contentType() {
        return contentType;
    }

    MediaKind kind() {
        return kind;
    }

    /** By what somebody says that it is, parameters left aside. */
    static Optional<FileType> named(String contentType) {
        String plain =
                contentType == null ? "" : contentType.split(";")[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.contentType.equals(plain) || type == JPEG && plain.equals("image/jpg"))
                .findFirst();
    }

    /** By what it is; empty: none of these. */
    static Optional<FileType> of(byte[] head) {
        return Arrays.stream(values()).filter(type -> type.begins(head)).findFirst();
    }

    private boolean begins(byte[] head) {
        if (beginning == null) {
            return head.length >= BRAND_ENDS
                    && text(head, BRAND / 2, BRAND).equals("ftyp")
                    && hasBrand(text(head, BRAND, BRAND_ENDS));
        }
        return head.length >= beginning.length
                && Arrays.equals(head, 0, beginning.length, beginning, 0, beginning.length);
    }

    private boolean hasBrand(String brand) {
        return this == THREE_GPP
                ? brand.startsWith("3g")
                : MP4_BRAND.matcher(brand).matches();
    }

    private static String text(byte[] head, int from, int to) {
        return new String(head, from, to - from, ISO_8859_1);
    }
}
