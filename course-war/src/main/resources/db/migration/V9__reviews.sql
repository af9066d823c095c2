-- What a learner says of a course. One that was taken back leaves its row behind, without stars and words: a file of earlier
-- days does not bring it back, and one that was hidden does not come back shown
create table review (
    id uuid primary key default uuidv7(),
    course_id uuid not null references course,
    learner text not null, -- a user's id, or whoever an import knows
    rating smallint check (rating between 1 and 5), -- null: taken back
    comment text not null default '',
    written_at timestamptz not null,
    changed_at timestamptz not null, -- the last word, also that it was taken back
    hidden boolean not null default false,
    constraint review_once unique (learner, course_id)
);
create index review_newest on review (course_id, written_at, id) include (rating) where rating is not null and not hidden;
create index review_hidden on review (written_at, id) where hidden;

create table review_report (
    review_id uuid not null references review on delete cascade,
    reporter text not null,
    reason text not null,
    reported_at timestamptz not null,
    settled boolean not null default false, -- a moderator has looked at it
    primary key (review_id, reporter)
);
create index review_report_open on review_report (review_id) where not settled;
create index review_report_own on review_report (reporter);

-- Who decided what, for good
create table review_moderation (
    id uuid primary key default uuidv7(),
    review_id uuid not null references review on delete cascade,
    decision text not null check (decision in ('hidden', 'shown')),
    moderator text not null,
    decided_at timestamptz not null
);
create index review_moderation_of on review_moderation (review_id, id);
