-- Meta tells again what was not acknowledged, for seven days and in no order: what is older undoes nothing that is newer.

-- When a person last said the same again. Between their two words an opposite one may still be on its way.
alter table contact add consent_repeated_at timestamptz;
