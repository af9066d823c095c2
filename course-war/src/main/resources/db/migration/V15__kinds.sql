-- Of all that are found, courses are counted and put in order: what that takes stays together, and long texts lie beside the table's rows.
--
-- kind: courses with the same categories, level and language have the same number, so that facets are counted in one pass over one column,
-- or over its index alone. It is a hash of 64 bits: among 100,000 kinds two share a number once in four billion catalogues.
-- heading: the words of code, title, categories and tags alone; where very many are found they are put in order by these.
--
-- A trigger keeps both, whichever release writes. Courses that are there get them in the background (IndexUpkeep); to write the table
-- anew here would keep readers of a large one out for as long.
set local lock_timeout = '3s'; -- who cannot have the table yet tries again
alter table course set (toast_tuple_target = 768), add column kind bigint, add column heading tsvector storage main;
create function course_kind(categories text[], level text, language text) returns bigint language sql immutable as $$
    select hash_array_extended(category_paths(categories) || coalesce(level, '') || coalesce(language, ''), 0)
$$;
create function keep_course_kind() returns trigger language plpgsql as $$
begin
    new.kind := course_kind(new.categories, new.level, new.language);
    new.heading := ts_filter(new.search, '{a,b}');
    return new;
end $$;
create trigger course_kind before insert or update of categories, level, language, search on course
    for each row execute function keep_course_kind();
create index course_kind on course (kind, status);
create index course_heading on course using gin (heading);
