package io.tiercast.campaign;

import io.smallrye.mutiny.Uni;
import io.tiercast.contact.Newcomers;
import io.tiercast.problem.Problems;
import io.tiercast.sql.Sql;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;

/** Keeps the recipients that bring their own values. They can be changed as long as the campaign's plan can. */
@ApplicationScoped
class RecipientLists {

    /**
     * @param replaced people who were in the list before
     * @param total people in the list now
     */
    record Stored(long added, long replaced, long total) {}

    private static final String EDITABLE = """
            select state in ('DRAFT', 'SCHEDULED') as editable, state from campaign where id = $1 for share
            """;

    private static final String STORE = """
            with given as (
              select * from unnest($2::text[], $3::text[]) as given(phone, fields)
            ), list as (
              insert into recipient_list as l (campaign_id, columns) values ($1, $4)
              on conflict (campaign_id) do update set columns = l.columns || array(
                select name from unnest(excluded.columns) with ordinality as given(name, n) where name <> all (l.columns) order by n)
              returning l.campaign_id
            ), stored as (
              insert into recipient_row as r (campaign_id, contact_id, fields)
              select list.campaign_id, c.id, given.fields::jsonb from list cross join given join contact c on c.phone = given.phone order by c.id
              on conflict (campaign_id, contact_id) do update set fields = excluded.fields
              returning r.xmax = 0 as added
            )
            select count(*) filter (where added) as added, count(*) filter (where not added) as replaced from stored
            """;

    private static final String COUNT = """
            update recipient_list set n = n + $2, loading_until = case when loading_until is not null then now() + interval '1 min' end
            where campaign_id = $1 returning n
            """;

    private static final String LOADING = """
            insert into recipient_list as l (campaign_id, loading_until) values ($1, now() + interval '1 min')
            on conflict (campaign_id) do update set loading_until = excluded.loading_until
            """;

    private static final String LOADED = "update recipient_list set loading_until = null where campaign_id = $1";

    private static final String READ = """
            select campaign_id, n, columns, coalesce(loading_until > now(), false) as loading from recipient_list where campaign_id = $1
            """;

    private static final String PAGE = """
            select r.contact_id, c.phone, c.name, r.fields from recipient_row r join contact c on c.id = r.contact_id
            where r.campaign_id = $1 and r.contact_id > $2 order by r.contact_id limit $3
            """;

    private final Sql sql;

    RecipientLists(Sql sql) {
        this.sql = sql;
    }

    Uni<RecipientList> of(long campaignId) {
        return sql.first(READ, RecipientLists::list, campaignId)
                .onItem()
                .ifNull()
                .continueWith(() -> new RecipientList(campaignId, 0, List.of(), false));
    }

    Uni<List<RecipientValuesView>> page(long campaignId, long afterContact, int limit) {
        return sql.rows(PAGE, RecipientLists::view, campaignId, afterContact, limit);
    }

    /** Who is in the list already has the new values from now on. Fails with 409 once the campaign cannot be changed. */
    Uni<BroughtView> add(long campaignId, RecipientBatch batch) {
        return sql.inTransaction(transaction -> requireEditable(transaction, campaignId)
                        .chain(() -> Newcomers.welcome(transaction, batch.phones(), batch.countries()))
                        .chain(() -> store(transaction, campaignId, batch)))
                .map(stored -> BroughtView.of(batch, stored));
    }

    /** Holds the campaign's start up until {@link #loaded}, or until no batch has come for a minute. Fails like {@link #requireEditable}. */
    Uni<Void> loading(long campaignId) {
        return sql.inTransaction(transaction -> requireEditable(transaction, campaignId)
                .chain(() -> run(transaction, LOADING, Tuple.of(campaignId)))
                .replaceWithVoid());
    }

    Uni<Void> loaded(long campaignId) {
        return sql.run(LOADED, campaignId).replaceWithVoid();
    }

    Uni<Void> clear(long campaignId) {
        return sql.inTransaction(transaction -> requireEditable(transaction, campaignId)
                .chain(() ->
                        run(transaction, "delete from recipient_list where campaign_id = $1", Tuple.of(campaignId)))
                .replaceWithVoid());
    }

    /** Fails with 404 if there is no such campaign, with 409 if it cannot be changed any more. */
    Uni<Void> requireEditable(long campaignId) {
        return sql.inTransaction(transaction -> requireEditable(transaction, campaignId));
    }

    private static Uni<Void> requireEditable(SqlConnection transaction, long campaignId) {
        return run(transaction, EDITABLE, Tuple.of(campaignId))
                .invoke(rows -> requireEditable(campaignId, rows))
                .replaceWithVoid();
    }

    private static void requireEditable(long campaignId, RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw Problems.notFound("campaign", campaignId);
        }
        Row campaign = rows.iterator().next();
        if (!campaign.getBoolean("editable")) {
            throw Problems.conflict(
                    "wrong-state",
                    "Campaign " + campaignId + " is " + campaign.getString("state") + " and cannot be changed");
        }
    }

    private static Uni<Stored> store(SqlConnection transaction, long campaignId, RecipientBatch batch) {
        return run(transaction, STORE, Tuple.of(campaignId, batch.phones(), batch.fields(), batch.columns()))
                .map(rows -> rows.iterator().next())
                .chain(row -> run(transaction, COUNT, Tuple.of(campaignId, row.getLong("added")))
                        .map(rows -> rows.iterator().next().getLong("n"))
                        .map(total -> new Stored(row.getLong("added"), row.getLong("replaced"), total)));
    }

    private static Uni<RowSet<Row>> run(SqlConnection transaction, String statement, Tuple arguments) {
        return transaction.preparedQuery(statement).execute(arguments);
    }

    private static RecipientList list(Row row) {
        return new RecipientList(
                row.getLong("campaign_id"),
                row.getLong("n"),
                Arrays.asList(row.getArrayOfStrings("columns")),
                row.getBoolean("loading"));
    }

    private static RecipientValuesView view(Row row) {
        JsonObject fields = row.getJsonObject("fields");
        return new RecipientValuesView(
                row.getLong("contact_id"), row.getString("phone"), row.getString("name"), fields.getMap());
    }
}
