-- Completed elsewhere before the learner enrolled here as well: the enrolment is as old as that.
update enrollment set enrolled_at = completed_at, version = version + 1 where completed_at < enrolled_at;
