-- A key may be published before it signs; without a time it waits for the next rotation
alter table signing_key add column signs_from timestamptz;
-- the newest begins its time now: old keys would be due at once, while the previous release may still publish no other
update signing_key set signs_from = case
    when created_at = (select max(created_at) from signing_key) then now() else created_at end;
