-- As contact.phone is. A comparison of two collations uses the bytes, which an index sorted by the locale cannot serve: each look at who is in the
-- 24 hours went through everybody of the portfolio.
alter table portfolio_recipient alter column phone type text collate "C";
alter table service_window alter column phone type text collate "C";
