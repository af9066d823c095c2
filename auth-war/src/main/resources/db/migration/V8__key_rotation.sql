-- A key may be published before it signs; without a time it waits for the next rotation
alter table signing_key add column signs_from timestamptz;
update signing_key set signs_from = created_at;
