package io.tiercast.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FileTypeTest {

    static Stream<Arguments> contents() {
        return Stream.of(
                arguments(Samples.png(), FileType.PNG),
                arguments(Samples.jpeg(), FileType.JPEG),
                arguments(Samples.mp4(), FileType.MP4),
                arguments(Samples.threeGpp(), FileType.THREE_GPP),
                arguments(Samples.pdf(), FileType.PDF),
                arguments(Samples.sound(), null),
                arguments("<html><script>".getBytes(), null),
                arguments("GIF89a".getBytes(), null),
                arguments(new byte[] {(byte) 0xff, (byte) 0xd8}, null));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void whatAFileIsStandsInItsFirstBytes(byte[] head, FileType type) {
        assertEquals(Optional.ofNullable(type), FileType.of(head));
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpeg,JPEG",
        "image/jpg,JPEG",
        "IMAGE/PNG; charset=binary,PNG",
        "video/3gpp,THREE_GPP",
        "application/pdf,PDF",
        "image/webp,",
        "text/html,"
    })
    void onlyWhatMetaTakesHasAName(String contentType, FileType type) {
        assertEquals(Optional.ofNullable(type), FileType.named(contentType));
    }

    @Test
    void picturesForPrintersAreTold() {
        assertNull(Colours.problem(FileType.JPEG, Samples.jpeg()));
        assertNull(Colours.problem(FileType.PNG, Samples.png()));
        assertNotNull(Colours.problem(FileType.JPEG, Samples.printersJpeg()));
        assertNotNull(Colours.problem(FileType.PNG, Samples.deepPng()));
    }
}
