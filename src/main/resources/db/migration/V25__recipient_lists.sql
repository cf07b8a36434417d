-- Recipients that bring their own values to one campaign, a coupon each. Its audience is frozen with them, so the list stays as it was.

-- How many they are and what they bring: kept with every change of recipient_row, never counted.
create table recipient_list (
    campaign_id bigint not null primary key references campaign on delete cascade,
    n           bigint not null default 0,
    columns     text[] not null default '{}'
);

create table recipient_row (
    campaign_id bigint not null references recipient_list on delete cascade,
    contact_id  bigint not null,
    fields      jsonb  not null,                      -- by column, texts; what is blank is not there
    primary key (campaign_id, contact_id)
);
create index recipient_row_contact on recipient_row (contact_id);

-- Instead of a reference to contact: that would lock, and so write, a million contacts for a million rows.
create function forget_recipient_rows() returns trigger language plpgsql as $$
begin
    with forgotten as (
        delete from recipient_row r using gone where r.contact_id = gone.id returning r.campaign_id
    )
    update recipient_list l set n = l.n - f.n
    from (select campaign_id, count(*) as n from forgotten group by campaign_id) f where l.campaign_id = f.campaign_id;
    return null;
end $$;
create trigger contact_gone_recipients after delete on contact
    referencing old table as gone for each statement execute function forget_recipient_rows();
