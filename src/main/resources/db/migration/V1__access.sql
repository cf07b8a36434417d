-- Who may come in, and the identity of this installation.

create table installation (
    one        boolean primary key default true check (one),
    deployment text not null                        -- tells our statuses from another deployment's
);
insert into installation (deployment) values (substr(md5(random()::text), 1, 8));
