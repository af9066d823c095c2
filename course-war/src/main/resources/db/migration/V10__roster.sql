-- Jobs of OneRoster files say so; the kinds there were stay
alter table import_job drop constraint import_job_kind_check;
alter table import_job add constraint import_job_kind_check check (kind in ('courses', 'enrollments', 'reviews',
    'oneroster_courses', 'oneroster_classes', 'oneroster_enrollments'));

-- What a student information system calls our courses: several of its classes may be one of them
create table roster_id (
    kind text not null check (kind in ('course', 'class')),
    sourced_id text not null,
    course_id uuid not null references course,
    primary key (kind, sourced_id)
);
create index roster_id_course on roster_id (course_id, kind);
