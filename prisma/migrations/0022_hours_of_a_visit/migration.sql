-- When a visit began and ended, as its minutes say it. Minutes that were made final before have room to write it by hand.
ALTER TABLE "visit_minutes" ADD COLUMN "started_at" TIME(0), ADD COLUMN "ended_at" TIME(0);
ALTER TABLE visit_minutes ADD CONSTRAINT visit_minutes_ends_after_it_begins CHECK (ended_at > started_at);
