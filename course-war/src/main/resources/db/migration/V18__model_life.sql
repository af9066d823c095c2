-- Nobody waits long for it: who cannot have the tables yet tries again
set local lock_timeout = '3s';
-- What a program said that could not use the model; null for one that it could, or never tried
alter table model add column refusal text;
-- Why it was put into service when it was trained, or was not
alter table model add column decision text;
-- A schedule asks, too
alter table training_job add column asked_by text not null default 'demand' check (asked_by in ('demand', 'schedule'));
create index training_job_newest on training_job (created_at, id);
