-- Times in doubt, apart from tries that ended with an answer: a crash of ours must not use up what a passing fault at Meta needs.
alter table message add doubts smallint not null default 0;
