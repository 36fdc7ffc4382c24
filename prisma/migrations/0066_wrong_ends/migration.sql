-- An appointment that was cancelled holds on no day, and its period is empty: until when it had been said to hold stays readable beside it.
ALTER TABLE "appointment" ADD COLUMN "wrong_to" DATE,
  ADD CHECK (wrong_to IS NULL OR (cancellation_id IS NOT NULL AND wrong_to > valid_from));

GRANT UPDATE (wrong_to) ON appointment TO nenep_app;
