-- Whether a student information system ended an enrolment, which may begin it again; a learner's own word it may not undo
alter table enrollment add column ended_by_file boolean not null default false;
