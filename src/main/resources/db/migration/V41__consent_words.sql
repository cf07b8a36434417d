-- The replies that decide about marketing, where an operator has a list of their own. Few rows, read whole with each reply that comes in.
create table consent_word_list (
    language     text primary key check (language = 'any' or language ~ '^[a-z]{2,3}(_[A-Z]{2})?$'),
    version      integer not null,
    opt_out      text[] not null,
    confirmation text[] not null,
    updated_at   timestamptz not null
);
