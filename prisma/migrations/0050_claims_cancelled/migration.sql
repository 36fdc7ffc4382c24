-- That a higher level blocks a correction, said wrongly, is cancelled like an answer: as long as no inspector has decided on it.
ALTER TABLE "finding_claim" ADD COLUMN "cancellation_id" UUID,
  ADD CONSTRAINT "finding_claim_agency_id_cancellation_id_fkey" FOREIGN KEY ("agency_id", "cancellation_id") REFERENCES "cancellation"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

DROP TRIGGER finding_claim_append_only ON finding_claim;
CREATE TRIGGER finding_claim_kept BEFORE DELETE OR TRUNCATE ON finding_claim FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER finding_claim_append_only BEFORE UPDATE ON finding_claim FOR EACH ROW EXECUTE FUNCTION refuse_change_but_cancelling();
CREATE TRIGGER finding_claim_cancelled BEFORE UPDATE ON finding_claim
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_cancelled('stated_by', 'stated_at');

CREATE FUNCTION refuse_cancelling_judged_claim() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  viewer text := coalesce(current_setting('app.role', true), '');
  judged boolean;
BEGIN
  PERFORM set_config('app.role', 'system', true);
  judged := EXISTS (SELECT 1 FROM finding_claim_refusal x WHERE x.claim_id = OLD.id)
    OR EXISTS (SELECT 1 FROM finding_stop s WHERE s.claim_id = OLD.id);
  PERFORM set_config('app.role', viewer, true);
  IF judged THEN
    RAISE EXCEPTION 'claim % has been judged', OLD.id USING ERRCODE = 'NN001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER finding_claim_judged BEFORE UPDATE ON finding_claim FOR EACH ROW EXECUTE FUNCTION refuse_cancelling_judged_claim();

CREATE POLICY own_cancel ON finding_claim FOR UPDATE USING ((SELECT writes_own()) AND agency_id = (SELECT viewer_agency()));
CREATE POLICY leader_cancel ON finding_claim FOR UPDATE USING ((SELECT viewer_role()) = 'leader');
GRANT UPDATE (cancellation_id) ON finding_claim TO nenep_app;

-- As with answers: saying it and cancelling it are two turns.
CREATE OR REPLACE VIEW finding_course WITH (security_invoker = true) AS
SELECT f.id AS finding_id, w.answers, w.returns, b.claims, b.refusals, b.stops, b.ended, b.blocked_by, b.blocked_since,
  w.answers + 2 * w.cancelled + w.returns + b.claims + 2 * b.cancelled + b.refusals + b.stops + b.ended AS turns,
  q.asked_by_lead > q.said_by_agency AND NOT o.closed AS awaits_agency, q.asked_by_agency > q.said_by_lead AND NOT o.closed AS awaits_lead
FROM finding f
  CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE a.cancellation_id IS NULL)::integer AS answers,
      count(a.cancellation_id)::integer AS cancelled, count(r.answer_id)::integer AS returns
    FROM finding_answer a LEFT JOIN finding_return r ON r.answer_id = a.id WHERE a.finding_id = f.id) w
  CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE c.cancellation_id IS NULL)::integer AS claims,
      count(c.cancellation_id)::integer AS cancelled, count(x.claim_id)::integer AS refusals, count(s.claim_id)::integer AS stops,
      count(s.ends_on)::integer AS ended,
      max(c.blocking_body) FILTER (WHERE s.claim_id IS NOT NULL AND s.ends_on IS NULL) AS blocked_by,
      max(s.starts_on) FILTER (WHERE s.ends_on IS NULL) AS blocked_since
    FROM finding_claim c LEFT JOIN finding_claim_refusal x ON x.claim_id = c.id LEFT JOIN finding_stop s ON s.claim_id = c.id
    WHERE c.finding_id = f.id) b
  CROSS JOIN LATERAL (SELECT coalesce(max(number) FILTER (WHERE side = 'lead' AND asks), 0) AS asked_by_lead,
      coalesce(max(number) FILTER (WHERE side = 'lead'), 0) AS said_by_lead,
      coalesce(max(number) FILTER (WHERE side = 'agency' AND asks), 0) AS asked_by_agency,
      coalesce(max(number) FILTER (WHERE side = 'agency'), 0) AS said_by_agency
    FROM finding_message m WHERE m.finding_id = f.id) q
  CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM finding_closure c WHERE c.finding_id = f.id) AS closed) o;

-- What somebody of an agency had typed in a form when their session ran out passes to a colleague like the rest. The administrator learns
-- in which form it stands, and nothing of what it says.
CREATE FUNCTION typed_by(person uuid) RETURNS TABLE (kind text, id uuid, agency_id uuid, detail text, name text, day date)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE viewer text := coalesce(current_setting('app.role', true), '');
BEGIN
  IF viewer NOT IN ('admin', 'system') THEN RETURN; END IF;
  PERFORM set_config('app.role', 'system', true);
  RETURN QUERY SELECT 'typed', k.id, c.agency_id, k.door, k.path, (k.kept_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    FROM account c JOIN kept_input k ON k.account_id = c.id WHERE c.person_id = person AND c.agency_id IS NOT NULL;
  PERFORM set_config('app.role', viewer, true);
END $$;
REVOKE EXECUTE ON FUNCTION typed_by(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION typed_by(uuid) TO nenep_app;

-- Whether it passed: not where the one who takes over has something of their own in that form.
CREATE FUNCTION hand_on_typed(thing uuid, from_person uuid, to_person uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  viewer text := coalesce(current_setting('app.role', true), '');
  passed boolean;
BEGIN
  IF viewer NOT IN ('admin', 'system') THEN RETURN false; END IF;
  PERFORM set_config('app.role', 'system', true);
  UPDATE kept_input k SET account_id = t.id FROM account f, account t
    WHERE k.id = thing AND k.account_id = f.id AND f.person_id = from_person AND t.person_id = to_person AND t.agency_id = f.agency_id
      AND NOT EXISTS (SELECT 1 FROM kept_input o WHERE o.account_id = t.id AND o.door = k.door);
  passed := FOUND;
  PERFORM set_config('app.role', viewer, true);
  RETURN passed;
END $$;
REVOKE EXECUTE ON FUNCTION hand_on_typed(uuid, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hand_on_typed(uuid, uuid, uuid) TO nenep_app;
