package io.tiercast.segment;

import io.tiercast.sql.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Conditions that are sets of people, each person once, as {@code contact_id}. */
final class SetSql {

    private static final String EVENT = "event.";

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

    private static Selection did(Filter.Did did, Instant now) {
        StringBuilder sql = new StringBuilder("select e.contact_id from contact_event e where e.name = ?");
        List<Object> arguments = new ArrayList<>(List.of(did.name()));
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
        sql.append(" group by e.contact_id having count(*) >= ?");
        arguments.add(did.atLeast() == null ? 1 : did.atLeast());
        return new Selection(sql.toString(), arguments);
    }

    private static Selection condition(Filter.EventCondition condition, Instant now) {
        Selection positive = new JsonSql("e.properties", condition.path().substring(EVENT.length()))
                .condition(condition.op().positive(), condition.value(), Values.zone(condition.timezone()), now);
        return condition.op().isNegative() ? new Selection("not " + positive.sql(), positive.arguments()) : positive;
    }
}
