-- How often somebody did something is counted person by person: from an index in that order, the days need only be merged. What is
-- older than asked for lies in other partitions but for one day, so that the time may come last.
drop index contact_event_name;
create index contact_event_name on contact_event (name, contact_id, at);
