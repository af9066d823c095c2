-- When people enrol, and when the course is given; null is open
alter table course add column enroll_from timestamptz;
alter table course add column enroll_until timestamptz;
alter table course add column starts_at timestamptz;
alter table course add column ends_at timestamptz;
