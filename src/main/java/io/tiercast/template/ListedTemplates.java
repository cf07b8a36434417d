package io.tiercast.template;

import io.smallrye.mutiny.Uni;
import io.tiercast.meta.ListedTemplate;
import io.tiercast.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes down what an account's list of templates says. */
@ApplicationScoped
class ListedTemplates {

    private static final String STORE = """
            with listed as (
              select * from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::integer[], $12::text[])
                as l(meta_id, name, language, category, status, quality, rejected_reason, parameter_format, components, time_to_live, correct_category)
            ), compared as (
              select l.*, t.id,
                case when l.correct_category is null then t.announced_category when l.correct_category <> l.category then l.correct_category end as announced,
                (t.meta_id, t.category, t.status, t.quality, t.rejected_reason, t.parameter_format, t.components, t.time_to_live, t.missing_since)
                is not distinct from (l.meta_id, l.category, l.status, l.quality, l.rejected_reason, l.parameter_format, l.components::jsonb, l.time_to_live, null::timestamptz)
                and (l.correct_category is null or t.announced_category is not distinct from nullif(l.correct_category, l.category))
                as same
              from listed l left join template t on t.waba_id = $1 and t.name = l.name and t.language = l.language
            ), written as (
              insert into template as t (waba_id, meta_id, name, language, category, announced_category, status, quality, rejected_reason, parameter_format,
                components, time_to_live)
              select $1, meta_id, name, language, category, announced, status, quality, rejected_reason, parameter_format, components::jsonb, time_to_live
              from compared where not same
              on conflict (waba_id, name, language) do update set
                meta_id = excluded.meta_id, category = excluded.category, announced_category = excluded.announced_category, status = excluded.status,
                paused_until = case when excluded.status = 'PAUSED' then t.paused_until end, quality = excluded.quality,
                rejected_reason = excluded.rejected_reason, parameter_format = excluded.parameter_format,
                components = excluded.components, time_to_live = excluded.time_to_live, missing_since = null, synced_at = now(), updated_at = now(), version = t.version + 1
            ), seen as (
              update template t set synced_at = now() from compared c where t.id = c.id and c.same
            ), gone as (
              select t.id, t.missing_since from template t where $13 and t.waba_id = $1 and t.status <> 'DRAFT'
                and not exists (select from listed l where l.name = t.name and l.language = t.language)
            ), marked as (
              update template t set missing_since = now(), updated_at = now(), version = t.version + 1
              from gone g where t.id = g.id and g.missing_since is null
            )
            select count(*) filter (where id is null) as created, count(*) filter (where id is not null and not same) as updated,
              count(*) filter (where same) as unchanged, (select count(*) from gone) as missing
            from compared
            """;

    private final Sql sql;

    ListedTemplates(Sql sql) {
        this.sql = sql;
    }

    /** @param whole whether what is not listed is gone; it stays, marked as missing */
    Uni<TemplateSyncView> store(String wabaId, List<ListedTemplate> listed, boolean whole) {
        return write(wabaId, distinct(listed), whole);
    }

    /** While pages are read, a template may move from one to the next and be listed twice; the later one counts. */
    private static Collection<ListedTemplate> distinct(List<ListedTemplate> listed) {
        Map<List<String>, ListedTemplate> byKey = new LinkedHashMap<>();
        listed.forEach(template -> byKey.put(List.of(template.name(), template.language()), template));
        return byKey.values();
    }

    private Uni<TemplateSyncView> write(String wabaId, Collection<ListedTemplate> listed, boolean whole) {
        return sql.first(
                STORE,
                TemplateSyncView::of,
                wabaId,
                column(listed, ListedTemplate::id),
                column(listed, ListedTemplate::name),
                column(listed, ListedTemplate::language),
                column(listed, ListedTemplate::category),
                column(listed, ListedTemplate::status),
                column(listed, ListedTemplate::quality),
                column(listed, ListedTemplate::rejectedReason),
                column(listed, ListedTemplate::parameterFormat),
                column(listed, template -> template.components().toString()),
                listed.stream().map(ListedTemplate::timeToLive).toArray(Integer[]::new),
                column(listed, ListedTemplate::announcedCategory),
                whole);
    }

    private static String[] column(Collection<ListedTemplate> listed, Function<ListedTemplate, String> field) {
        return listed.stream().map(field).toArray(String[]::new);
    }
}
