-- Who was deleted and when, by the id alone: what auth answers when somebody asks whether it has erased
create table erasure (
    user_id uuid primary key,
    erased_at timestamptz not null,
    -- null until what was on its way when the account went is gone too
    settled_at timestamptz
);
create index erasure_unsettled on erasure (user_id) where settled_at is null;
