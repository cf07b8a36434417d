-- A change of the source, or of the consent to other messages, is no opt-in or opt-out anew: whoever asks for those asks for this.
alter table consent_change add marketing_moved boolean not null default true;
update consent_change h set marketing_moved = false
from (select contact_id, id, marketing, lag(marketing) over (partition by contact_id order by id) as before from consent_change) as seen
where h.contact_id = seen.contact_id and h.id = seen.id and seen.before = seen.marketing;

create or replace function note_consent_change() returns trigger language plpgsql as $$
begin
    insert into consent_change (contact_id, marketing, utility, requested, source, evidence, at, marketing_moved)
    values (new.id, new.marketing_consent, new.utility_consent, new.consent_requested_at is not null,
        new.consent_source, new.consent_evidence, new.consent_at, new.marketing_consent <> old.marketing_consent);
    return null;
end $$;
