-- Nobody waits long for it: who cannot have the table yet tries again
set local lock_timeout = '3s';
-- So that an answer counts once however often two of them take turns, and an enrolment once however often it is given up
alter table feedback
    add column answered_at timestamptz, -- of the newest answer that it came from; null when it came without one
    add column is_attributed boolean not null default false; -- whether an enrolment has counted for it
