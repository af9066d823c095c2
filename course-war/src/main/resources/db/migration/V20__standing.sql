-- What courses are put in order by that changes with every seat and star, beside their rows: an index of a row itself would have to change with
-- it each time, and all its other indexes too. A trigger keeps it, whichever release writes; courses are never deleted.
set local lock_timeout = '3s'; -- who cannot have the table yet tries again
lock table course in share row exclusive mode;
create table course_standing (
    course_id uuid primary key,
    popularity float8 not null,
    rating float8 not null
);
-- The mean as if there was one more review of each number of stars; courses without reviews come last
create function course_rating(stars bigint, reviews bigint) returns float8 language sql immutable as $$
    select case when reviews = 0 then 0 else (15 + stars)::float8 / (5 + reviews) end
$$;
create function keep_course_standing() returns trigger language plpgsql as $$
begin
    insert into course_standing (course_id, popularity, rating)
    select id, enrolled, course_rating(rating_sum, rating_count) from after;
    return null;
end $$;
create trigger course_stands after insert on course
    referencing new table as after for each statement execute function keep_course_standing();
create or replace function remember_course_moved() returns trigger language plpgsql as $$
begin
    insert into course_moved (course_id, enrolled, rating_sum, rating_count)
    select id, enrolled, rating_sum, rating_count from before
    except select id, enrolled, rating_sum, rating_count from after;
    if found then
        insert into course_standing (course_id, popularity, rating)
        select id, enrolled, course_rating(rating_sum, rating_count) from
            (select id, enrolled, rating_sum, rating_count from after
            except select id, enrolled, rating_sum, rating_count from before) as moved
        on conflict (course_id) do update set popularity = excluded.popularity, rating = excluded.rating;
    end if;
    return null;
end $$;
insert into course_standing (course_id, popularity, rating)
select id, enrolled, course_rating(rating_sum, rating_count) from course;
create index course_standing_popularity on course_standing (popularity desc, course_id);
create index course_standing_rating on course_standing (rating desc, course_id);
