-- Who was erased, by the SHA-256 of the id alone: the receipt, and what keeps late requests and files from bringing them back
create table erasure (
    learner_hash text primary key,
    requested_at timestamptz not null,
    erased_at timestamptz not null
);
