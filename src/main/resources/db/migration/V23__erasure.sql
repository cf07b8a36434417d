-- People of whom nothing identifying is left. Their messages stay for the counts, by the number of a contact that is no more; statuses of
-- theirs may still come, and are made nameless again and again.
create table erased_contact (
    contact_id  bigint      primary key,
    erased_at   timestamptz not null default now(),
    log_cleaned boolean     not null default false    -- whether all of status_log was gone through
);

-- What an import was told about its file.
alter table contact_import
    add columns        jsonb   not null default '{}',  -- what a column is: a field, attributes.<key>, or - for none
    add consent_source text,                           -- where the consent of everybody in the file came from
    add double_opt_in  boolean not null default false,
    add dry_run        boolean not null default false, -- counts and rejects, stores nobody
    add repeated       bigint  not null default 0;     -- lines whose phone an earlier line has named

-- The phones that an import has seen so far, for as long as it runs.
create unlogged table import_phone (
    import_id bigint not null,
    phone     text   collate "C" not null,
    primary key (import_id, phone)
);
