-- The segments, and the groups in filters, that campaigns which have not started yet are made of: they cannot be deleted under
-- them. Without a group, a filter that leaves its members out would let everybody in.
create table campaign_use (
    campaign_id  bigint not null references campaign on delete cascade,
    used_segment bigint references segment,
    used_group   bigint references contact_group,
    check (num_nonnulls(used_segment, used_group) = 1)
);
create index campaign_use_campaign on campaign_use (campaign_id);
create index campaign_use_used_segment on campaign_use (used_segment) where used_segment is not null;
create index campaign_use_used_group on campaign_use (used_group) where used_group is not null;

create function note_campaign_uses() returns trigger language plpgsql as $$
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
        select new.id, (node ->> 'segmentId')::bigint, (node ->> 'groupId')::bigint
        from jsonb_path_query(new.plan -> 'audience', 'strict $.** ? (@.type == "segment" || @.type == "group")', silent => true) as node;
    end if;
    return null;
end $$;
create trigger campaign_written after insert or update of plan, state on campaign for each row execute function note_campaign_uses();
