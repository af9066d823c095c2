-- SHA-256 of the caller alone: what is kept for somebody who is deleted goes with them. Null in a row of the release before
ALTER TABLE idempotent_request ADD COLUMN caller char(64);
CREATE INDEX idempotent_request_caller ON idempotent_request (caller);
