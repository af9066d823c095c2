-- Who asked for the weekly mail of recommendations
create table digest_subscription (
    learner text primary key,
    locale text, -- null until email knows it
    next_at timestamptz not null,
    last_mail uuid -- the id of the command that asked for the last one; null before the first
);
create index digest_due on digest_subscription (next_at);
