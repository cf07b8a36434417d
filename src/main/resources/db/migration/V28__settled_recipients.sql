-- What became of people without a status of Meta's is told to webhook endpoints once their campaign is settled.
insert into webhook_cursor (source) values ('SETTLED');
