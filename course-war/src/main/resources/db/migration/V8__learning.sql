-- What a course teaches. A rank stays as it is while others come and go; positions are counted from the ranks
create table section (
    id uuid primary key,
    course_id uuid not null references course,
    rank numeric not null,
    title text not null,
    version bigint not null default 1 -- counts what editors change; a position that others shift leaves it alone
);
create index section_order on section (course_id, rank);

create table lesson (
    id uuid primary key,
    section_id uuid not null references section on delete cascade,
    rank numeric not null,
    title text not null,
    kind text not null check (kind in ('text', 'video', 'link', 'quiz')),
    content text not null,
    version bigint not null default 1
);
create index lesson_order on lesson (section_id, rank);

-- An enrolment gets another id when its learner leaves, and goes when another one takes it over
create table lesson_completion (
    enrollment_id uuid not null references enrollment on update cascade on delete cascade,
    lesson_id uuid not null references lesson on delete cascade,
    completed_at timestamptz not null,
    primary key (enrollment_id, lesson_id)
);
create index lesson_completion_lesson on lesson_completion (lesson_id);
