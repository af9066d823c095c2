-- Nobody waits long for it: who cannot have the table yet tries again
set local lock_timeout = '3s';
-- What administrators count by day
create index account_created_at on account (created_at);
create index account_verified_at on account (verified_at) where verified_at is not null;
