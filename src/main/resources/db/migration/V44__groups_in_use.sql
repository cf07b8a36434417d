-- The groups, too, that a campaign which has not started yet names directly: without one that it leaves out, the people in it would
-- get the message. A copy of an old campaign may name groups that are no more.
create or replace function note_campaign_uses() returns trigger language plpgsql as $$
begin
    delete from campaign_use where campaign_id = new.id;
    if new.state in ('DRAFT', 'SCHEDULED', 'PREPARING') then
        insert into campaign_use (campaign_id, used_segment, used_group)
        select new.id, (id #>> '{}')::bigint, null::bigint
        from jsonb_path_query(new.plan -> 'audience', 'lax $.segmentIds[*]') as id where id <> 'null'
        union
        select new.id, (id #>> '{}')::bigint, null::bigint
        from jsonb_path_query(new.plan -> 'audience', 'lax $.exclude.segmentIds[*]') as id where id <> 'null'
        union
        select new.id, null::bigint, g.id
        from (
            select jsonb_path_query(new.plan -> 'audience', 'lax $.groupIds[*]') as id
            union all select jsonb_path_query(new.plan -> 'audience', 'lax $.exclude.groupIds[*]')) as named
        join contact_group g on g.id = (named.id #>> '{}')::bigint
        union
        select new.id, (node ->> 'segmentId')::bigint, (node ->> 'groupId')::bigint
        from jsonb_path_query(new.plan -> 'audience', 'strict $.** ? (@.type == "segment" || @.type == "group")', silent => true) as node;
    end if;
    return null;
end $$;

insert into campaign_use (campaign_id, used_group)
select distinct c.id, g.id
from campaign c
cross join lateral (
    select jsonb_path_query(c.plan -> 'audience', 'lax $.groupIds[*]') as id
    union all select jsonb_path_query(c.plan -> 'audience', 'lax $.exclude.groupIds[*]')) as named
join contact_group g on g.id = (named.id #>> '{}')::bigint
where c.state in ('DRAFT', 'SCHEDULED', 'PREPARING');
