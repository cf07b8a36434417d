package io.tiercast.people;

import static io.tiercast.contact.People.api;
import static io.tiercast.contact.People.create;
import static io.tiercast.contact.People.phone;
import static io.tiercast.people.Csv.contact;
import static io.tiercast.people.Csv.imported;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactExportTest {

    @Test
    void onlyThoseWhoMeetTheConditionsAreExported() {
        String in = phone();
        String out = phone();
        create("{'phone':'%s','tags':['exported']}".formatted(in));
        create("{'phone':'%s'}".formatted(out));
        String csv = export("exported");
        assertThat(csv, startsWith("phone,name,tags,language,timezone,external_id"));
        assertThat(csv, containsString("\n" + in + ","));
        assertThat(csv, not(containsString(out)));
    }

    @Test
    void aCellIsNeverAFormula() {
        create("{'phone':'%s','name':'=cmd()','tags':['formula'],'attributes':{'f1':'@SUM(A1)','f2':'-12.5','f3':'+x'}}"
                .formatted(phone()));
        String csv = export("formula");
        assertThat(csv, containsString(",'=cmd(),"));
        assertThat(csv, containsString(",'@SUM(A1),-12.5,'+x"));
    }

    @Test
    void anExportIsImportedAsItWas() {
        String phone = phone();
        int id = create("""
                {'phone':'%s','name':'=Rao, Bob','externalId':'exp-1','language':'pt_BR','timezone':'America/Sao_Paulo',
                 'tags':['round','trip'],'attributes':{'Phone':'own','-off':'a tenth','street':'1 High Street','score':1.5}}
                """.formatted(phone)).extract().path("id");
        String csv = export("round");
        api().delete("/api/v1/contacts/" + id).then().statusCode(204);
        imported("", csv.getBytes(UTF_8)).body("created", equalTo(1)).body("rejected", equalTo(0));
        contact(phone)
                .body("items[0].name", equalTo("=Rao, Bob"))
                .body("items[0].externalId", equalTo("exp-1"))
                .body("items[0].tags", contains("round", "trip"))
                .body("items[0].attributes.Phone", equalTo("own"))
                .body("items[0].attributes.'-off'", equalTo("a tenth"))
                .body("items[0].attributes.score", equalTo(1.5f));
        assertEquals(csv, export("round"));
    }

    private static String export(String tag) {
        return api().get("/api/v1/contacts/export?tag=" + tag)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString("contacts.csv"))
                .extract()
                .asString();
    }
}
