create table training_job (
    id uuid primary key,
    status text not null check (status in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    requested_by text not null,
    stages jsonb not null default '[]',
    model_version text,
    failure text,
    seed bigint not null default 1,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    cancel_requested boolean not null default false,
    attempts integer not null default 0,
    leased_by text,
    leased_until timestamptz,
    traceparent text
);
create index training_job_waiting on training_job (created_at) where status in ('queued', 'running');

create table model (
    version text primary key,
    trained_at timestamptz not null,
    training_job_id uuid references training_job,
    metrics jsonb not null,
    sha256 text not null,
    bytes bytea not null,
    -- of the models that ever served the one with the highest number does now
    promotion bigint unique
);
alter table model alter column bytes set storage external;
create sequence model_promotion;
