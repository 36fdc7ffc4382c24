-- What a photograph shows, in the words of whoever took it. The team changes it until the minutes are final (the guard of 0004
-- holds for updates too); the history keeps every wording.
ALTER TABLE answer_evidence ADD COLUMN "caption" TEXT NOT NULL DEFAULT '';
ALTER TABLE answer_evidence ADD CHECK (length(caption) <= 300), ADD CHECK (caption IS NFC NORMALIZED);
CREATE POLICY team_update ON answer_evidence FOR UPDATE USING ((SELECT viewer_role()) = 'inspector' AND EXISTS
  (SELECT 1 FROM team_member m WHERE m.visit_id = answer_evidence.visit_id AND m.person_id = (SELECT viewer_person())));
GRANT UPDATE (caption) ON answer_evidence TO nenep_app;
