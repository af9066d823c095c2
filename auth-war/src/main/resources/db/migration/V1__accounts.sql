create table account (
    id uuid primary key,
    email text not null,
    email_key text not null unique,
    display_name text not null,
    locale text not null,
    password_hash text not null,
    status text not null check (status in ('PENDING', 'ACTIVE', 'LOCKED')),
    created_at timestamptz not null,
    verified_at timestamptz,
    version bigint not null
);

create table account_role (
    account_id uuid not null references account on delete cascade,
    role text not null check (role in ('LEARNER', 'INSTRUCTOR', 'ADMIN')),
    primary key (account_id, role)
);

create table one_time_token (
    hash text primary key,
    account_id uuid not null references account on delete cascade,
    purpose text not null,
    password_hash text,
    display_name text,
    locale text,
    expires_at timestamptz not null
);
create index one_time_token_account on one_time_token (account_id);
create index one_time_token_expiry on one_time_token (expires_at);

create table session (
    id uuid primary key,
    account_id uuid not null references account on delete cascade,
    device text not null,
    address text not null,
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz
);
create index session_account on session (account_id) where ended_at is null;

create table refresh_token (
    hash text primary key,
    -- checked at the end of the transaction: Jakarta Persistence may insert a token before its session
    session_id uuid not null references session on delete cascade deferrable initially deferred,
    expires_at timestamptz not null,
    spent_at timestamptz
);
create index refresh_token_session on refresh_token (session_id);

create table signing_key (
    kid text primary key,
    sealed_jwk text not null,
    created_at timestamptz not null
);

create table machine_client (
    id uuid primary key,
    client_id text not null unique,
    name text not null,
    created_at timestamptz not null
);

create table machine_client_scope (
    machine_client_id uuid not null references machine_client on delete cascade,
    scope text not null,
    primary key (machine_client_id, scope)
);

create table machine_client_secret (
    machine_client_id uuid not null references machine_client on delete cascade,
    position integer not null,
    secret_hash text not null,
    primary key (machine_client_id, position)
);
