-- The day on which the work began and the day on which it ended, beside the day of signing: a visit may go on past midnight, or be
-- signed on a later day. Without a day it began and ended on one that the minutes do not name.
ALTER TABLE visit_minutes ADD COLUMN "started_on" DATE, ADD COLUMN "ended_on" DATE;
ALTER TABLE visit_minutes DROP CONSTRAINT visit_minutes_ends_after_it_begins,
  ADD CONSTRAINT visit_minutes_ends_after_it_begins CHECK (
    CASE WHEN ended_on IS NULL OR ended_on = started_on THEN ended_at > started_at ELSE coalesce(ended_on > started_on, false) END);

-- Minutes whose text was sealed with them say that the work began on the day of signing: where they are named by a day it is this one.
ALTER TABLE visit_minutes NO FORCE ROW LEVEL SECURITY;
ALTER TABLE visit_minutes DISABLE TRIGGER visit_minutes_append_only;
UPDATE visit_minutes SET started_on = (content::jsonb ->> 'signedOn')::date
WHERE CASE WHEN version = 1 AND content IS JSON OBJECT AND strpos(content, '\u0000') = 0
  THEN content::jsonb -> 'words' IS NOT NULL AND pg_input_is_valid(content::jsonb ->> 'signedOn', 'date') ELSE false END;
ALTER TABLE visit_minutes ENABLE TRIGGER visit_minutes_append_only;
ALTER TABLE visit_minutes FORCE ROW LEVEL SECURITY;
