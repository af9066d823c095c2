create table factor (
    id uuid primary key,
    account_id uuid not null references account on delete cascade,
    -- with the data keys, for this id
    sealed_secret text not null,
    created_at timestamptz not null,
    verified_at timestamptz,
    -- the time step of the last code that was taken: none is taken twice
    last_step bigint not null,
    wrong_codes integer not null,
    wrong_since timestamptz
);
create unique index factor_verified on factor (account_id) where verified_at is not null;
create unique index factor_pending on factor (account_id) where verified_at is null;

create table recovery_code (
    factor_id uuid not null references factor on delete cascade,
    hash text not null,
    primary key (factor_id, hash)
);

-- In which session a factor was shown, and when last; a factor that is removed takes its proofs along
create table factor_proof (
    -- checked at the end of the transaction: Jakarta Persistence may insert a proof before its session
    session_id uuid primary key references session on delete cascade deferrable initially deferred,
    factor_id uuid not null references factor on delete cascade,
    shown_at timestamptz not null
);
create index factor_proof_factor on factor_proof (factor_id);
