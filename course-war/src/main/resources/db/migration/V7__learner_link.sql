-- Whose account takes the enrolments that files bring under an outside id
create table learner_link (
    external_id text primary key,
    user_id text not null,
    -- when it was said: facts of two users may come in either order
    as_of timestamptz not null
);
create index learner_link_user on learner_link (user_id);
