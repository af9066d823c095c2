create table enrollment (
    id uuid primary key default uuidv7(),
    course_id uuid not null references course,
    learner text not null, -- a user's id, or whoever an import knows
    status text not null check (status in ('active', 'completed', 'cancelled', 'waiting')),
    enrolled_at timestamptz, -- an import need not know
    completed_at timestamptz,
    certificate_id uuid unique,
    version bigint not null default 1
);
-- One place per learner and course; a cancelled one does not stand in the way
create unique index enrollment_once on enrollment (learner, course_id) where status <> 'cancelled';
create index enrollment_roster on enrollment (course_id, id);
create index enrollment_own on enrollment (learner, id);
