-- Answers to POSTs with an Idempotency-Key, for 24 hours; see org.coursewise.rest.idempotency.sql
CREATE TABLE idempotent_request (
    id          char(64)    PRIMARY KEY,  -- SHA-256 of caller, method, path and key
    fingerprint char(64)    NOT NULL,     -- SHA-256 of query and body
    holder      varchar(36) NOT NULL,     -- who does the work
    held_until  timestamptz NOT NULL,     -- after that the holder counts as dead
    expires_at  timestamptz NOT NULL,
    answer      text                      -- sealed; null while the work goes on
);
CREATE INDEX idempotent_request_expiry ON idempotent_request (expires_at);
