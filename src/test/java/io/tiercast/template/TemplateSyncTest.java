package io.tiercast.template;

import static io.tiercast.template.TemplateAccount.api;
import static io.tiercast.template.TemplateAccount.page;
import static io.tiercast.template.TemplateAccount.template;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tiercast.meta.FakeGraph;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sync takes over what Meta lists of an account, and only of this account. */
@QuarkusTest
@WithTestResource(FakeGraph.class)
class TemplateSyncTest {

    private TemplateAccount account;

    @BeforeEach
    void anAccountWithTwoPagesOfTemplates() {
        account = new TemplateAccount();
    }

    @Test
    void allPagesAreReadAndASecondSyncFindsNothingNew() {
        account.sync().body("created", equalTo(2)).body("updated", equalTo(0)).body("missing", equalTo(0));
        account.sync().body("created", equalTo(0)).body("updated", equalTo(0)).body("unchanged", equalTo(2));
    }

    @Test
    void aListWhosePlaceExpiredIsReadAgainFromItsBeginning() {
        FakeGraph.refusesOnce(account.wabaId + "/message_templates?after=c1", 131059);
        account.sync().body("created", equalTo(2));
    }

    @Test
    void aChangeAtMetaIsTakenOver() {
        account.sync();
        account.list("?after=c1", page(null, template("otp", "PAUSED", Components.OTP_AS_LISTED)));
        account.sync().body("updated", equalTo(1)).body("unchanged", equalTo(1));
        account.templates("&name=otp")
                .body("items.status", contains("PAUSED"))
                .body("items[0].notSendable", equalTo("Meta has it as PAUSED; only APPROVED templates may be sent."));
    }

    @Test
    void whatMetaNoLongerListsStaysAndIsMarkedUntilItComesBack() {
        account.sync();
        account.list("", page(null));
        account.sync().body("missing", equalTo(2)).body("unchanged", equalTo(0));
        account.sync().body("missing", equalTo(2));
        account.templates("&name=promo")
                .body("items[0].missing", equalTo(true))
                .body("items[0].status", equalTo("APPROVED"))
                .body("items[0].notSendable", equalTo("Meta no longer lists this template."));
        account.list("", page(null, template("promo", "APPROVED", Components.POSITIONAL)));
        account.sync().body("updated", equalTo(1)).body("missing", equalTo(1));
        account.templates("&name=promo")
                .body("items[0].missing", equalTo(false))
                .body("items[0].notSendable", nullValue());
    }

    @Test
    void anAccountHasItsOwnTemplatesAndLeavesThoseOfOthersAlone() {
        account.sync();
        TemplateAccount other = new TemplateAccount();
        other.list("", page(null, template("promo", "PAUSED", Components.POSITIONAL)));
        other.sync().body("created", equalTo(1)).body("missing", equalTo(0));

        other.templates("").body("items.status", contains("PAUSED"));
        account.templates("")
                .body("items.status", contains("APPROVED", "APPROVED"))
                .body("items.missing", contains(false, false));
    }

    @Test
    void theSameNameInTwoLanguagesIsTwoTemplates() {
        String english = template("promo", "APPROVED", Components.POSITIONAL);
        account.list("", page(null, english, english.replace("pt_BR", "en"), english));
        account.sync().body("created", equalTo(2));
    }

    @Test
    void aSyncThatMetaRefusesChangesNothing() {
        account.sync();
        FakeGraph.refusesOnce(account.wabaId + "/message_templates", 190);
        api().body(Map.of("senderId", account.senderId))
                .post("/api/v1/templates/sync")
                .then()
                .statusCode(422);
        account.templates("").body("items.missing", contains(false, false));
    }
}
