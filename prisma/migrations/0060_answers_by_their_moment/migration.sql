-- When an answer was last changed, by the clock of who recorded it as far as that was right: the day of a visit follows from answers
-- that stand, however late they arrive. Answers of before have none, and are dated by what is known of their section.
ALTER TABLE "answer" ADD COLUMN "recorded_at" TIMESTAMPTZ(3);
GRANT UPDATE (recorded_at) ON answer TO nenep_app;
