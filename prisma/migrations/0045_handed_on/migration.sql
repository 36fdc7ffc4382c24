-- What somebody held passes to a colleague when their account is locked. Which visit, or whose part in correcting which finding, is
-- written down with both names: whoever took over is owed what waits for that visit's team.
CREATE TABLE "handed_on" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "visit_id" UUID,
    "finding_id" UUID,
    "from_person_id" UUID NOT NULL,
    "from_name" TEXT NOT NULL,
    "to_person_id" UUID NOT NULL,
    "to_name" TEXT NOT NULL,
    "handed_on" DATE NOT NULL,
    "handed_by" UUID,
    "handed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "handed_on_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "handed_on_visit_id_idx" ON "handed_on"("visit_id");
CREATE INDEX "handed_on_finding_id_idx" ON "handed_on"("finding_id");
ALTER TABLE "handed_on" ADD CONSTRAINT "handed_on_agency_id_visit_id_fkey" FOREIGN KEY ("agency_id", "visit_id") REFERENCES "visit"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "handed_on" ADD CONSTRAINT "handed_on_agency_id_finding_id_fkey" FOREIGN KEY ("agency_id", "finding_id") REFERENCES "finding"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "handed_on" ADD CONSTRAINT "handed_on_from_person_id_fkey" FOREIGN KEY ("from_person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "handed_on" ADD CONSTRAINT "handed_on_to_person_id_fkey" FOREIGN KEY ("to_person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE handed_on ADD CHECK (num_nonnulls(visit_id, finding_id) = 1), ADD CHECK (from_person_id <> to_person_id);
CREATE TRIGGER handed_on_no_update BEFORE UPDATE OR TRUNCATE ON handed_on FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE handed_on ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY system_select ON handed_on FOR SELECT USING ((SELECT viewer_role()) = 'system');
CREATE POLICY system_insert ON handed_on FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'system');
CREATE POLICY read ON handed_on FOR SELECT USING ((SELECT reads_province()) OR agency_id = (SELECT viewer_agency()));
CREATE POLICY export ON handed_on FOR SELECT TO nenep_reader USING (true);
GRANT SELECT ON handed_on TO nenep_app, nenep_reader;
CREATE POLICY system_delete ON visit_group FOR DELETE USING ((SELECT viewer_role()) = 'system');

-- What somebody holds on a day: visits to make or under way, groups taken on them, final visits whose findings would wait for nobody
-- else, posts, drafts, parts in correcting findings, and the desk of an agency that nobody else works at. The administrator reads
-- no record of an agency, but this much of whoever's account is about to be locked.
CREATE FUNCTION held_by(person uuid, on_day date) RETURNS TABLE (kind text, id uuid, agency_id uuid, detail text, name text, day date)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE viewer text := coalesce(current_setting('app.role', true), '');
BEGIN
  IF viewer NOT IN ('admin', 'system') THEN RETURN; END IF;
  PERFORM set_config('app.role', 'system', true);
  RETURN QUERY
  WITH colleagues AS (
    SELECT c.person_id FROM account c WHERE c.disabled_at IS NULL AND c.role = 'inspector' AND c.person_id <> person
  ), followed AS (
    SELECT m.visit_id, m.person_id FROM team_member m UNION SELECT h.visit_id, h.to_person_id FROM handed_on h WHERE h.visit_id IS NOT NULL
  ), given AS (
    SELECT h.visit_id, h.finding_id FROM handed_on h WHERE h.from_person_id = person
  )
  SELECT 'visit', v.id, v.agency_id, m.duty::text, ''::text, v.planned_on
  FROM team_member m JOIN visit v ON v.id = m.visit_id
  WHERE m.person_id = person AND NOT EXISTS (SELECT 1 FROM visit_result r WHERE r.visit_id = v.id)
    AND v.id NOT IN (SELECT g.visit_id FROM given g WHERE g.visit_id IS NOT NULL)
  UNION ALL
  SELECT 'group', v.id, v.agency_id, string_agg(g.group_code, ', ' ORDER BY g.group_code), '', v.planned_on
  FROM visit_group g JOIN visit v ON v.id = g.visit_id
  WHERE g.person_id = person AND NOT EXISTS (SELECT 1 FROM visit_result r WHERE r.visit_id = v.id) GROUP BY v.id
  UNION ALL
  SELECT 'follow_up', v.id, v.agency_id, count(*)::text, '', v.planned_on
  FROM visit v JOIN finding f ON f.visit_id = v.id
  WHERE NOT EXISTS (SELECT 1 FROM finding_closure c WHERE c.finding_id = f.id)
    AND EXISTS (SELECT 1 FROM visit_result r WHERE r.visit_id = v.id)
    AND EXISTS (SELECT 1 FROM followed w WHERE w.visit_id = v.id AND w.person_id = person)
    AND NOT EXISTS (SELECT 1 FROM followed w JOIN colleagues c ON c.person_id = w.person_id WHERE w.visit_id = v.id)
  GROUP BY v.id
  UNION ALL
  SELECT 'post', a.id, a.agency_id, a.post::text, a.title, a.valid_from
  FROM appointment a WHERE a.person_id = person AND a.valid_from <= on_day AND coalesce(a.valid_to, 'infinity') > on_day
  UNION ALL
  SELECT 'draft', d.id, d.agency_id, '', d.code || ' ' || r.title, (r.drafted_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
  FROM document_revision r JOIN controlled_document d ON d.id = r.document_id
  WHERE r.drafted_by = person AND r.approved_on IS NULL AND r.cancellation_id IS NULL
  UNION ALL
  SELECT 'responsible', f.id, f.agency_id, f.topic::text, f.question_code, f.due_on
  FROM finding f
    JOIN LATERAL (SELECT w.responsible FROM finding_answer w WHERE w.finding_id = f.id AND w.cancellation_id IS NULL
      ORDER BY w.number DESC LIMIT 1) w ON true
  WHERE NOT EXISTS (SELECT 1 FROM finding_closure c WHERE c.finding_id = f.id)
    AND f.id NOT IN (SELECT g.finding_id FROM given g WHERE g.finding_id IS NOT NULL)
    AND (EXISTS (SELECT 1 FROM handed_on h WHERE h.finding_id = f.id AND h.to_person_id = person)
      OR (f.agency_id = (SELECT c.agency_id FROM account c WHERE c.person_id = person)
        AND position(lower((SELECT p.full_name FROM person p WHERE p.id = person)) IN lower(w.responsible)) > 0))
  UNION ALL
  SELECT 'desk', c.agency_id, c.agency_id, '', '', NULL::date
  FROM account c WHERE c.person_id = person AND c.role IN ('officer', 'head') AND NOT EXISTS (
    SELECT 1 FROM account o WHERE o.agency_id = c.agency_id AND o.person_id <> person AND o.disabled_at IS NULL AND o.role IN ('officer', 'head'));
  PERFORM set_config('app.role', viewer, true);
END $$;
REVOKE EXECUTE ON FUNCTION held_by(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION held_by(uuid, date) TO nenep_app;

-- Hands one thing on, and says whether it passed: not where the one who takes over serves in the agency that is audited, and no post
-- that began today. `draft_plan`: nobody but the province knows of it yet. Whoever has recorded on a visit stays in its team as a
-- member, because the minutes name them.
CREATE FUNCTION hand_on(thing text, thing_id uuid, from_person uuid, to_person uuid, on_day date, acting uuid,
  OUT passed boolean, OUT draft_plan boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  viewer text := coalesce(current_setting('app.role', true), '');
  had team_duty;
  plan uuid;
  recorded boolean;
BEGIN
  passed := false;
  draft_plan := false;
  IF viewer NOT IN ('admin', 'system') THEN RETURN; END IF;
  PERFORM set_config('app.role', 'system', true);
  BEGIN
    IF thing = 'visit' THEN
      PERFORM pg_advisory_xact_lock(hashtextextended(thing_id::text, 2));
      SELECT m.duty INTO had FROM team_member m WHERE m.visit_id = thing_id AND m.person_id = from_person;
      SELECT y.id, y.approved_on IS NULL INTO plan, draft_plan FROM visit v JOIN programme y ON y.id = v.programme_id WHERE v.id = thing_id;
      recorded := EXISTS (SELECT 1 FROM visit_section s JOIN account c ON c.id = s.saved_by WHERE s.visit_id = thing_id AND c.person_id = from_person)
        OR EXISTS (SELECT 1 FROM field_delivery d JOIN account c ON c.id = d.received_by WHERE d.visit_id = thing_id AND c.person_id = from_person);
      IF recorded THEN UPDATE team_member m SET duty = 'member' WHERE m.visit_id = thing_id AND m.person_id = from_person;
      ELSE DELETE FROM team_member m WHERE m.visit_id = thing_id AND m.person_id = from_person;
      END IF;
      INSERT INTO team_member (visit_id, person_id, duty) VALUES (thing_id, to_person, had)
        ON CONFLICT (visit_id, person_id) DO UPDATE SET duty = least(team_member.duty, excluded.duty);
      UPDATE programme y SET version = y.version + 1 WHERE y.id = plan;
      BEGIN
        UPDATE visit v SET plan_version = v.plan_version + 1 WHERE v.id = thing_id;
      EXCEPTION WHEN SQLSTATE 'NN005' THEN NULL; -- One that has begun has no plan that could still be changed.
      END;
    ELSIF thing = 'group' THEN
      INSERT INTO visit_group (visit_id, group_code, person_id, agency_id, taken_at)
        SELECT g.visit_id, g.group_code, to_person, g.agency_id, now() FROM visit_group g WHERE g.visit_id = thing_id AND g.person_id = from_person
        ON CONFLICT DO NOTHING;
      DELETE FROM visit_group g WHERE g.visit_id = thing_id AND g.person_id = from_person;
    ELSIF thing = 'post' THEN
      IF EXISTS (SELECT 1 FROM appointment a WHERE a.id = thing_id AND a.valid_from >= on_day)
        OR (SELECT c.role FROM account c WHERE c.person_id = from_person) IS DISTINCT FROM (SELECT c.role FROM account c WHERE c.person_id = to_person)
      THEN RAISE EXCEPTION 'post % does not pass', thing_id USING ERRCODE = 'NN003';
      END IF;
      UPDATE appointment a SET valid_to = on_day WHERE a.id = thing_id;
      INSERT INTO appointment (person_id, agency_id, post, title, concurrent, valid_from)
        SELECT to_person, a.agency_id, a.post, a.title, a.concurrent, on_day FROM appointment a
        WHERE a.id = thing_id AND NOT EXISTS (SELECT 1 FROM appointment o WHERE o.person_id = to_person AND o.agency_id = a.agency_id
          AND o.post = a.post AND coalesce(o.valid_to, 'infinity') > on_day);
    ELSIF thing = 'draft' THEN
      UPDATE document_revision r SET drafted_by = to_person
      WHERE r.document_id = thing_id AND r.drafted_by = from_person AND r.approved_on IS NULL AND r.cancellation_id IS NULL;
    END IF;
    IF thing IN ('visit', 'follow_up', 'responsible') THEN
      INSERT INTO handed_on (agency_id, visit_id, finding_id, from_person_id, from_name, to_person_id, to_name, handed_on, handed_by)
      SELECT t.agency_id, CASE WHEN thing <> 'responsible' THEN thing_id END, CASE WHEN thing = 'responsible' THEN thing_id END,
        p.id, p.full_name, q.id, q.full_name, on_day, acting
      FROM (SELECT v.agency_id FROM visit v WHERE v.id = thing_id UNION ALL SELECT f.agency_id FROM finding f WHERE f.id = thing_id) t, person p, person q
      WHERE p.id = from_person AND q.id = to_person;
    END IF;
    passed := thing IN ('visit', 'group', 'follow_up', 'post', 'draft', 'responsible');
  EXCEPTION WHEN SQLSTATE 'NN003' THEN passed := false;
  END;
  PERFORM set_config('app.role', viewer, true);
END $$;
REVOKE EXECUTE ON FUNCTION hand_on(text, uuid, uuid, uuid, date, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hand_on(text, uuid, uuid, uuid, date, uuid) TO nenep_app;
