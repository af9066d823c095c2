-- An import of an enrolment that was given up since does not bring it back
create index enrollment_given_up on enrollment (learner, course_id) where status = 'cancelled';
