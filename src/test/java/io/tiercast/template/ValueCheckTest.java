package io.tiercast.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COUPON|25OFF",
                "IMAGE|1602186516975000",
                "VIDEO|https://a.example/v.mp4?x=1",
                "URL_SUFFIX|boots?a=1",
                "LATITUDE|-89.5",
                "LONGITUDE|180",
                "TIME|2026-12-01T18:00:00+05:30",
                "TIME|2026-12-01",
                "FLOW_DATA|{}",
                "PRODUCT_SECTIONS|[{\"title\":\"a\",\"product_items\":[{\"product_retailer_id\":\"x\"}]}]",
            })
    void whatMetaTakesIsRight(VariableKind kind, String value) {
        assertEquals(Optional.empty(), ValueCheck.problem(kind, value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COUPON|123456789012345678901|must have at most 20 characters",
                "ONE_TIME_PASSWORD|1234567890123456|must have at most 15 characters",
                "IMAGE|http://a.example/a.png|must be a file such as media:12, a media id of Meta's or an address with https://",
                "DOCUMENT|bill.pdf|must be a file such as media:12, a media id of Meta's or an address with https://",
                "LATITUDE|91|must be a number from -90 to 90",
                "LONGITUDE|north|must be a number from -180 to 180",
                "TIME|tomorrow|must be a time such as 2026-12-01T18:00:00Z",
                "TIME|2026-13-01|must be a time such as 2026-12-01T18:00:00Z",
                "FLOW_DATA|[]|must be a JSON object",
                "FLOW_DATA|{|must be a JSON object",
                "PRODUCT_SECTIONS|{}|must be a JSON array of 1 to 10 sections",
                "PRODUCT_SECTIONS|[{}]|needs a title of at most 24 characters in each section",
                "PRODUCT_SECTIONS|[{\"title\":\"a\"}]|needs product_items with a product_retailer_id each in every section",
            })
    void whatMetaWouldRefuseSaysWhy(VariableKind kind, String value, String why) {
        assertEquals(Optional.of(why), ValueCheck.problem(kind, value));
    }
}
