-- Events on their way to Kafka, written by the transaction that causes them. id, aggregatetype, aggregateid, type and
-- payload are named as Debezium's outbox router wants them, so that it can take the relay's place.
create table outbox (
    position      bigint generated always as identity primary key,
    id            uuid        not null unique,
    aggregatetype text        not null, -- the topic
    aggregateid   text        not null, -- the record's key
    type          text        not null,
    source        text        not null,
    time          timestamptz not null,
    traceparent   text,
    payload       text,                 -- null once published: personal data does not stay
    published_at  timestamptz,
    parked_at     timestamptz,          -- Kafka can never take it; failure says why
    failure       text,
    constraint outbox_payload_until_published check (payload is not null or published_at is not null)
);

create index outbox_waiting on outbox (position) where published_at is null and parked_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;
create index outbox_parked on outbox (position) where parked_at is not null;

-- Every row is inserted, updated once and deleted: clean up sooner than a table of facts would need
alter table outbox set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05);

-- Events that a consumer has handled, written by the transaction that handles them
create table inbox (
    consumer   text        not null,
    event_id   uuid        not null,
    handled_at timestamptz not null,
    primary key (consumer, event_id)
);

create index inbox_handled on inbox (handled_at);
