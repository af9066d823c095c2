-- Nobody waits long for it: who cannot have the tables yet tries again
set local lock_timeout = '3s';
-- A model whose lists are made beside those that are shown, and compared with them; it answers nobody. One at most
create table model_shadow (
    is_the_one boolean primary key default true check (is_the_one),
    version text not null references model,
    share double precision not null check (share > 0 and share <= 1),
    begun_at timestamptz not null
);
alter table recommendation_figures
    add column shadow_lists bigint not null default 0,
    add column shadow_common bigint not null default 0,
    add column shadow_places bigint not null default 0,
    add column shadow_clicks bigint not null default 0,
    add column shadow_clicks_found bigint not null default 0,
    add column shadow_enrollments bigint not null default 0,
    add column shadow_enrollments_found bigint not null default 0,
    add column shadow_dropped bigint not null default 0;
-- How many answers a learner was shown the course in since opening it last; from the fifth on it steps back
alter table feedback
    add column times integer not null default 1,
    add column is_ignored boolean generated always as (type = 'impression' and times >= 5) virtual;
