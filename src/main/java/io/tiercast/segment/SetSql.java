package io.tiercast.segment;

import io.tiercast.sql.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Conditions that are sets of people, each person once, as {@code contact_id}. */
final class SetSql {

    private static final String EVENT = "event.";
    private static final String CONSENT =
            "recorded_at as at, jsonb_build_object('source', source) as properties from consent_change where marketing_moved and marketing = ";
    private static final String CAMPAIGN = " as at, jsonb_build_object('campaignId', campaign_id) as properties from ";

    /** What we know ourselves, under the names by which filters ask for it: when, and of which campaign or source. */
    private static final Map<String, String> OWN_EVENTS = Map.of(
            "message.sent",
            messages("coalesce(t_sent, t_delivered, t_read)"),
            "message.delivered",
            messages("coalesce(t_delivered, t_read)"),
            "message.read",
            messages("t_read"),
            "message.failed",
            "coalesce(t_failed, t_tried)" + CAMPAIGN + "message where state = 9",
            "message.replied",
            "at" + CAMPAIGN + "engagement where kind = 1",
            "message.opted_out",
            "at" + CAMPAIGN + "engagement where kind = 2",
            "message.clicked",
            "at" + CAMPAIGN + "engagement where kind = 3",
            "consent.opted_in",
            CONSENT + "'OPTED_IN'",
            "consent.opted_out",
            CONSENT + "'OPTED_OUT'");

    private SetSql() {}

    static Selection people(Filter node, Instant now) {
        if (node instanceof Filter.InGroup in) {
            return Selection.of("select contact_id from group_member where group_id = ?", in.groupId());
        }
        return node instanceof Filter.Reached reached ? reached(reached) : did((Filter.Did) node, now);
    }

    /** Of messages: the codes of their states; of engagements: the codes of their kinds. */
    private static Selection reached(Filter.Reached reached) {
        String messages = "select distinct contact_id from message where campaign_id = ? and ";
        String engagements = "select contact_id from engagement where campaign_id = ? and kind = ";
        return Selection.of(
                switch (reached.reached()) {
                    case SENT -> messages + "coalesce(t_sent, t_delivered, t_read) is not null";
                    case DELIVERED -> messages + "coalesce(t_delivered, t_read) is not null";
                    case READ -> messages + "t_read is not null";
                    case FAILED -> messages + "state = 9";
                    case REPLIED -> engagements + "1";
                    case CLICKED -> engagements + "3";
                },
                reached.campaignId());
    }

    private static String messages(String reachedAt) {
        return reachedAt + CAMPAIGN + "message where " + reachedAt + " is not null";
    }

    /** In two halves of the people, each of which PostgreSQL can count on a core of its own; a set that is counted whole it cannot share. */
    private static Selection did(Filter.Did did, Instant now) {
        Selection even = half(did, now, 1);
        Selection odd = half(did, now, 0);
        return new Selection(
                even.sql() + " union all " + odd.sql(),
                Stream.of(even, odd).flatMap(half -> half.arguments().stream()).toList());
    }

    // The other half is left out by an inequality: the planner takes an equality for every 200th. It comes before what
    // is asked of
    // properties, which is dear, so that each half looks at the properties of its own events only.
    private static Selection half(Filter.Did did, Instant now, int other) {
        Selection asked = asked(did, " and e.contact_id & 1 <> " + other, now);
        List<Object> arguments = new ArrayList<>(asked.arguments());
        arguments.add(did.atLeast() == null ? 1 : did.atLeast());
        return new Selection(
                "(select e.contact_id from " + asked.sql() + " group by e.contact_id having " + times(did) + " >= ?)",
                arguments);
    }

    /**
     * An order, which changes no count, makes PostgreSQL take the events person by person from the index, days merged, rather than fill a
     * table of all people in its memory: a quarter faster. What needs more than the index is faster in the order in which it is stored.
     */
    private static String times(Filter.Did did) {
        return OWN_EVENTS.containsKey(did.name()) || !did.where().isEmpty()
                ? "count(*)"
                : "count(e.contact_id order by e.contact_id)";
    }

    /** Whether once is enough, so that nobody needs to count how often. */
    static boolean once(Filter.Did did) {
        return did.atLeast() == null || did.atLeast() == 1;
    }

    /**
     * That somebody did not do it even once, as a condition on contact {@code c} which must hold for all that is found: there, and only
     * there, it is a join without anything to group, in half the time of a set. The sum keeps the planner from looking into the indexes for
     * each contact, which is slower by far where it believes in too few of them.
     */
    static Selection neverHappened(Filter.Did did, Instant now) {
        Selection asked = asked(did, "", now);
        return new Selection(
                "not exists (select from " + asked.sql() + " and e.contact_id + 0 = c.id)", asked.arguments());
    }

    /**
     * The events {@code e} that count, from the table's name on.
     *
     * @param whose which people's events are looked at, as further conditions
     */
    private static Selection asked(Filter.Did did, String whose, Instant now) {
        Selection events = events(did);
        StringBuilder sql = new StringBuilder(events.sql()).append(whose);
        List<Object> arguments = new ArrayList<>(events.arguments());
        if (did.within() != null) {
            sql.append(" and e.at >= ?");
            arguments.add(TimeRange.utc(TimeRange.last(did.within(), Values.zone(did.timezone()), now)
                    .from()));
        }
        did.where().forEach(condition -> {
            Selection piece = condition(condition, now);
            sql.append(" and ").append(piece.sql());
            arguments.addAll(piece.arguments());
        });
        return new Selection(sql.toString(), arguments);
    }

    /** What was told, or what we know ourselves: the beginning of a query for events {@code e}. */
    private static Selection events(Filter.Did did) {
        String own = OWN_EVENTS.get(did.name());
        if (own == null) {
            return Selection.of("contact_event e where e.name = ?", did.name());
        }
        Selection campaigns = own.contains(CAMPAIGN) ? campaigns(did.where()) : Selection.of("");
        return new Selection("(select contact_id, " + own + campaigns.sql() + ") e where true", campaigns.arguments());
    }

    /** Says once more which campaigns are asked about, in a way that spares the messages of all others. */
    private static Selection campaigns(List<Filter.EventCondition> where) {
        return where.stream()
                .filter(condition -> condition.path().equals("event.campaignId"))
                .filter(condition -> condition.op() == Operator.EQ || condition.op() == Operator.IN)
                .map(condition -> condition.value() instanceof List<?> list ? list : List.of(condition.value()))
                .filter(ids -> ids.stream().allMatch(id -> id instanceof Integer || id instanceof Long))
                .map(ids -> ids.stream().map(id -> ((Number) id).longValue()).toArray(Long[]::new))
                .findFirst()
                .map(ids -> Selection.of(" and campaign_id = any(?)", (Object) ids))
                .orElseGet(() -> Selection.of(""));
    }

    private static Selection condition(Filter.EventCondition condition, Instant now) {
        Selection positive = new JsonSql("e.properties", condition.path().substring(EVENT.length()))
                .condition(condition.op().positive(), condition.value(), Values.zone(condition.timezone()), now);
        return condition.op().isNegative() ? new Selection("not " + positive.sql(), positive.arguments()) : positive;
    }
}
