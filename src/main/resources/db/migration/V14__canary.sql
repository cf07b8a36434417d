-- How long the rest of a campaign is held once its canary is sent; null: there is none.
alter table campaign_run add canary_hold integer;     -- seconds
