-- When people enrol, and when the course is given; null is open
alter table course add column enroll_from timestamptz;
alter table course add column enroll_until timestamptz;
alter table course add column starts_at timestamptz;
alter table course add column ends_at timestamptz;

-- What addresses are hashed and sealed with, sealed itself with the data keys
create table address_key (
    only_one boolean primary key default true check (only_one),
    sealed text not null
);
-- Who has verified which address, as HMAC-SHA-256: to be compared with, not to be read
create table verified_address (
    user_id text primary key,
    address_hash text not null,
    as_of timestamptz not null
);
create index verified_address_owner on verified_address (address_hash, as_of);
create table invitation (
    id uuid primary key default uuidv7(),
    course_id uuid not null references course,
    address_hash text, -- null as soon as nobody can take it any more
    sealed_address text,
    may_wait boolean not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    withdrawn_at timestamptz,
    claimed_at timestamptz, -- when it became an enrolment
    due_at timestamptz, -- when it is to be looked at; null until something changes
    unique (course_id, address_hash)
);
create index invitation_of_course on invitation (course_id, id);
create index invitation_due on invitation (due_at, id) where due_at is not null;
create index invitation_address on invitation (address_hash) where address_hash is not null;
create index invitation_expiry on invitation (expires_at);
