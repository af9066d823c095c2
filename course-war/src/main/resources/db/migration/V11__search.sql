-- Words with a mistake in them are found by their trigrams; a trusted extension, the database's owner may create it
create extension if not exists pg_trgm;
-- What courses are written with, to compare a mistyped word with; words stay when their course goes, and then find nothing
create table search_word (word text primary key);
create index search_word_near on search_word using gin (word gin_trgm_ops);
-- What a title begins with, while somebody types
create index course_title_start on course (lower(title) text_pattern_ops) where status = 'published';
-- What courses were ordered by before it changed, for an hour: whoever pages through an order walks it as it was in the beginning.
-- Courses are never deleted.
create table course_moved (
    id bigint generated always as identity primary key,
    course_id uuid not null,
    moved_by xid8 not null default pg_current_xact_id(),
    at timestamptz not null default now(),
    enrolled integer not null,
    rating_sum bigint not null,
    rating_count bigint not null
);
create index course_moved_by on course_moved (moved_by);
create index course_moved_at on course_moved (at);
create function remember_course_moved() returns trigger language plpgsql as $$
begin
    insert into course_moved (course_id, enrolled, rating_sum, rating_count)
    select before.id, before.enrolled, before.rating_sum, before.rating_count from before join after using (id)
    where (before.enrolled, before.rating_sum, before.rating_count)
        is distinct from (after.enrolled, after.rating_sum, after.rating_count);
    return null;
end $$;
create trigger course_moved after update on course
    referencing old table as before new table as after for each statement execute function remember_course_moved();
-- A category may be a path such as computing/databases: each course with what it is in and all that is above
create function category_paths(categories text[]) returns text[] language sql immutable as $$
    select coalesce(array_agg(distinct array_to_string((string_to_array(category, '/'))[1:depth], '/')), '{}')
    from unnest(categories) as category, generate_series(1, cardinality(string_to_array(category, '/'))) as depth
$$;
alter table course add column category_paths text[] not null generated always as (category_paths(categories)) stored;
create index course_category_paths on course using gin (category_paths);
-- The first page without any words, and what there is of each kind; none of these changes with seats and ratings
create function catalogue_moment(moment timestamptz) returns double precision language sql immutable as
    'select extract(epoch from moment)::float8';
create index course_newest on course (catalogue_moment(coalesce(published_at, created_at)) desc, id) where status = 'published';
create index course_kinds on course (level, language) where status = 'published';
