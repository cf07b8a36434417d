package io.tiercast.campaign;

import static io.tiercast.campaign.RecipientCalls.draft;
import static io.tiercast.campaign.RecipientCalls.optedIn;
import static io.tiercast.campaign.RecipientCalls.phone;
import static io.tiercast.campaign.RecipientCalls.preflight;
import static io.tiercast.campaign.RecipientCalls.upload;
import static io.tiercast.campaign.RecipientCalls.values;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.tiercast.sql.Sql;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Recipients and their values come in a file, however it is written and however long it is. */
@QuarkusTest
class RecipientFileTest {

    @Inject
    Sql sql;

    @Test
    void aFileOfAnyWritingIsReadAndItsFaultsAreNamedByTheirLine() {
        String phone = phone(optedIn());
        String csv = "Phone;Coupon;\n%s;ÄÖ-1;\n12;B;\n%s;twice;\n\"x;open;\n".formatted(phone, phone);
        long campaign = draft("{'path':'recipient.Coupon','fallback':'none'}");
        upload(campaign, csv, Charset.forName("windows-1252"))
                .statusCode(200)
                .body("added", equalTo(1))
                .body("replaced", equalTo(1))
                .body("rejected", equalTo(2))
                .body("rejections.row", contains(3, 5));
        values(campaign).body("items.values.Coupon", contains("twice")).body("columns", contains("Coupon"));
        upload(campaign, csv).statusCode(200).body("added", equalTo(0)).body("replaced", equalTo(2));
        values(campaign).body("count", equalTo(1));
    }

    @Test
    void aHundredThousandRowsAreStreamedIn() {
        long campaign = draft("{'path':'recipient.coupon'}");
        String csv = LongStream.range(0, 100_000)
                .mapToObj(i -> "+91" + (9_730_000_000L + i) + ",C" + i)
                .collect(Collectors.joining("\n", "phone,coupon\n", "\n"));
        upload(campaign, csv).statusCode(200).body("added", equalTo(100_000)).body("total", equalTo(100_000));
        preflight(campaign).body("audience.matched", equalTo(100_000));
        sql.run("delete from contact where phone between '+919730000000' and '+919730099999'")
                .await()
                .atMost(Duration.ofSeconds(60));
        values(campaign).body("count", equalTo(0));
    }
}
