-- Jobs of files of sections, lessons and what was done of them say so; the kinds there were stay
alter table import_job drop constraint import_job_kind_check;
alter table import_job add constraint import_job_kind_check check (kind in ('courses', 'enrollments', 'reviews', 'sections',
    'lessons', 'completions', 'oneroster_courses', 'oneroster_classes', 'oneroster_enrollments'));
