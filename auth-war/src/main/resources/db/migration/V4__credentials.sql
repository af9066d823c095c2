-- What strangers ask for, kept until it is done
create table errand (
    id bigint generated always as identity primary key,
    kind text not null,
    email text not null,
    password_hash text,
    display_name text,
    locale text,
    address text not null,
    traceparent text,
    asked_at timestamptz not null,
    tries integer not null default 0
);
create index errand_order on errand (tries, id);

-- Mails that strangers had sent, by the hash of the mailbox's address
create table asked_mail (
    mailbox text not null,
    sent_at timestamptz not null
);
create index asked_mail_mailbox on asked_mail (mailbox, sent_at);
create index asked_mail_age on asked_mail (sent_at);

-- Failed log-ins of the last minutes; the name is the hash of what was typed
create table log_in_failure (
    name text not null,
    network text not null,
    address text not null,
    failed_at timestamptz not null
);
create index log_in_failure_name on log_in_failure (name, failed_at);
create index log_in_failure_address on log_in_failure (address, failed_at);
create index log_in_failure_age on log_in_failure (failed_at);

-- When the next try of a throttled name or address is let through
create table log_in_pass (
    throttled text primary key,
    next_at timestamptz not null
);

create table seen_device (
    account_id uuid not null references account on delete cascade,
    family text not null,
    network text not null,
    seen_at timestamptz not null,
    primary key (account_id, family, network)
);

create table email_change (
    account_id uuid primary key references account on delete cascade,
    new_email text not null,
    -- the session that asked for it, which goes on afterwards
    session_id uuid not null,
    device text not null,
    address text not null,
    old_confirmed boolean not null,
    new_confirmed boolean not null,
    expires_at timestamptz not null
);
