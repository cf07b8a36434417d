package io.tiercast.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import java.util.Arrays;
import java.util.HexFormat;

/** Beginnings of files, as far as anybody here looks at them. */
public final class Samples {

    private static final String PNG_HEAD = "89504e470d0a1a0a0000000d494844520000000100000001";

    /** Sends bytes as they are, whatever their type. */
    public static final RestAssuredConfig BINARY = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("image/png", ContentType.BINARY)
                    .encodeContentTypeAs("image/jpeg", ContentType.BINARY)
                    .encodeContentTypeAs("image/webp", ContentType.BINARY)
                    .encodeContentTypeAs("video/mp4", ContentType.BINARY)
                    .encodeContentTypeAs("application/pdf", ContentType.BINARY));

    private Samples() {}

    public static byte[] png() {
        return hex(PNG_HEAD + "08020000009077053de0");
    }

    static byte[] deepPng() {
        return hex(PNG_HEAD + "1002000000");
    }

    public static byte[] jpeg() {
        return jpegOf("03");
    }

    static byte[] printersJpeg() {
        return jpegOf("04");
    }

    public static byte[] mp4() {
        return box("isom");
    }

    static byte[] threeGpp() {
        return box("3gp4");
    }

    static byte[] sound() {
        return box("M4A ");
    }

    public static byte[] pdf() {
        return "%PDF-1.7\n%%EOF\n".getBytes(ISO_8859_1);
    }

    static byte[] longer(byte[] file, int length) {
        return Arrays.copyOf(file, length);
    }

    /** A table, then the frame with this many colours. */
    private static byte[] jpegOf(String colours) {
        return hex("ffd8ffe000104a46494600010100000100010000" + "ffc0000b0800010001" + colours + "01110000");
    }

    private static byte[] box(String brand) {
        return hex("00000018" + HexFormat.of().formatHex(("ftyp" + brand).getBytes(ISO_8859_1)) + "00000200");
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
