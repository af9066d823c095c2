-- The learner of this id in imported enrolments is this account's owner
alter table account add column external_id text unique;

create index audit_event_type on audit_event (type, id);

-- A file is kept in pieces until its rows are taken: whichever replica lives can do the work, or begin it anew
create table import_job (
    id uuid primary key,
    kind text not null check (kind in ('users')),
    status text not null check (status in ('receiving', 'queued', 'running', 'succeeded', 'failed', 'cancelled')),
    requested_by text not null,
    read bigint not null default 0,
    taken bigint not null default 0,
    refused bigint not null default 0,
    failure text,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    attempts integer not null default 0,
    leased_by text,
    leased_until timestamptz not null,
    traceparent text
);
create index import_job_waiting on import_job (created_at) where status in ('receiving', 'queued', 'running');

create table import_piece (
    job_id uuid not null references import_job on delete cascade,
    position integer not null,
    bytes bytea not null,
    primary key (job_id, position)
);
alter table import_piece alter column bytes set storage external;

create table import_error (
    job_id uuid not null references import_job on delete cascade,
    line bigint not null,
    reason text not null,
    primary key (job_id, line)
);
