-- A clause group that went from phone to phone is delivered by another than who recorded it: as that device says it, by name.
ALTER TABLE "visit_section" ADD COLUMN "recorder" TEXT NOT NULL DEFAULT '';
GRANT UPDATE (recorder) ON visit_section TO nenep_app;
