create table course (
    id uuid primary key,
    code text not null unique,
    title text not null,
    summary text not null default '',
    description text not null default '',
    categories text[] not null default '{}',
    tags text[] not null default '{}',
    level text check (level in ('beginner', 'intermediate', 'advanced')),
    language text,
    instructors text[] not null default '{}',
    duration_hours double precision check (duration_hours > 0),
    capacity integer check (capacity > 0),
    prerequisites text[] not null default '{}', -- ids of courses
    status text not null check (status in ('draft', 'published', 'archived')),
    enrolled integer not null default 0 check (enrolled >= 0),
    rating_sum bigint not null default 0,
    rating_count bigint not null default 0,
    created_at timestamptz not null,
    published_at timestamptz,
    edition bigint not null default 1, -- counts what editors change; ratings and seats leave it alone
    search tsvector not null default '',
    constraint course_lists_have_no_gaps check (array_position(categories || tags || instructors || prerequisites, null) is null)
);
create index course_search on course using gin (search);
create index course_categories on course using gin (categories);
create index course_published on course (published_at) where status = 'published';
