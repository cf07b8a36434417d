-- While a file of recipients is being stored, batch by batch, the campaign does not start: the rest would be left out without a word.
-- A file that broke off holds it up no longer than this.
alter table recipient_list add loading_until timestamptz;
