-- A campaign in several languages: news of any of its templates reach its queue.
alter table campaign_run add more_template_ids bigint[] not null default '{}';
