-- Nobody waits long for it: who cannot have the table yet tries again
set local lock_timeout = '3s';
-- What administrators count by day, without a look at the rows. A million of them take a second, for which enrolling waits
create index enrollment_enrolled_at on enrollment (enrolled_at) where status <> 'waiting';
create index enrollment_completed_at on enrollment (completed_at) where completed_at is not null;
