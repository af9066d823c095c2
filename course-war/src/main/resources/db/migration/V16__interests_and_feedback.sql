-- Nobody waits long for it: who cannot have the tables yet tries again
set local lock_timeout = '3s';
lock table enrollment, course in share row exclusive mode;
-- What a learner says to be interested in
create table learner_interest (
    learner text primary key,
    categories text[] not null,
    level text,
    changed_at timestamptz not null
);
-- Courses that a learner does not want to be shown again
create table dismissal (
    learner text not null,
    course_id uuid not null,
    at timestamptz not null,
    primary key (learner, course_id)
);
-- When a learner was last shown a course, and last opened it, and by which model's answer
create table feedback (
    learner text not null,
    course_id uuid not null,
    type text not null check (type in ('impression', 'click')),
    recommendation uuid, -- null when it came without one
    model_version text,
    at timestamptz not null,
    primary key (learner, course_id, type)
);
-- How models do, by day; counted, of nobody in particular
create table recommendation_figures (
    day date not null,
    model_version text not null,
    served bigint not null default 0,
    fallbacks bigint not null default 0,
    impressions bigint not null default 0,
    clicks bigint not null default 0,
    dismissals bigint not null default 0,
    enrollments bigint not null default 0,
    primary key (day, model_version)
);
create table recommendation_coverage (
    model_version text not null,
    course_id uuid not null,
    primary key (model_version, course_id)
);
-- What replicas have to read anew, for some minutes: a course, or learners, told as one of 65,536 groups so that nobody is named
create table recommendation_change (
    id bigint generated always as identity primary key,
    changed_by xid8 not null default pg_current_xact_id(),
    at timestamptz not null default now(),
    kind text not null check (kind in ('learner', 'course')),
    learners integer, -- a group; null, like the course, is all
    course_id uuid
);
create index recommendation_change_by on recommendation_change (changed_by);
create index recommendation_change_at on recommendation_change (at);
create function learner_group(learner text) returns integer language sql immutable as $$
    select get_byte(hash, 0) * 256 + get_byte(hash, 1) from sha256(convert_to(learner, 'UTF8')) as hash
$$;
create function remember_changed_learners() returns trigger language plpgsql as $$
begin
    if (select count(*) from (select 1 from changed limit 101) as part) > 100 then
        insert into recommendation_change (kind) values ('learner');
    else
        insert into recommendation_change (kind, learners) select distinct 'learner', learner_group(learner) from changed;
    end if;
    return null;
end $$;
create function remember_changed_courses() returns trigger language plpgsql as $$
begin
    if (select count(*) from (select 1 from changed limit 101) as part) > 100 then
        insert into recommendation_change (kind) values ('course');
    else
        insert into recommendation_change (kind, course_id) select 'course', id from changed;
    end if;
    return null;
end $$;
create trigger enrollment_made after insert on enrollment
    referencing new table as changed for each statement execute function remember_changed_learners();
create trigger enrollment_changed after update on enrollment
    referencing new table as changed for each statement execute function remember_changed_learners();
create trigger enrollment_left after update on enrollment
    referencing old table as changed for each statement execute function remember_changed_learners();
create trigger enrollment_dropped after delete on enrollment
    referencing old table as changed for each statement execute function remember_changed_learners();
create trigger learner_interest_made after insert on learner_interest
    referencing new table as changed for each statement execute function remember_changed_learners();
create trigger learner_interest_changed after update on learner_interest
    referencing new table as changed for each statement execute function remember_changed_learners();
create trigger learner_interest_dropped after delete on learner_interest
    referencing old table as changed for each statement execute function remember_changed_learners();
create trigger dismissal_made after insert on dismissal
    referencing new table as changed for each statement execute function remember_changed_learners();
create trigger dismissal_changed after update on dismissal
    referencing new table as changed for each statement execute function remember_changed_learners();
create trigger dismissal_dropped after delete on dismissal
    referencing old table as changed for each statement execute function remember_changed_learners();
create trigger course_made after insert on course
    referencing new table as changed for each statement execute function remember_changed_courses();
create trigger course_changed after update on course
    referencing new table as changed for each statement execute function remember_changed_courses();
-- A model that answers some learners beside the one in service; one at most
create table model_trial (
    is_the_one boolean primary key default true check (is_the_one),
    version text not null references model,
    share double precision not null check (share > 0 and share <= 0.5),
    begun_at timestamptz not null
);
