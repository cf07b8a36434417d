-- When Meta last said, of a message that it had taken before, that a number was too fast, and until when the number is to rest. Its owner
-- looks here every second.
create table sender_throttle (
    sender_id   bigint      primary key references sender on delete cascade,
    at          timestamptz not null,
    rests_until timestamptz
);
