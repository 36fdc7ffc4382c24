-- An answer to a finding that was given wrongly is cancelled like every other entry, as long as nobody has judged it: whoever sent it
-- back, or closed the finding, has read it. It stays readable and counts as no answer.
ALTER TABLE "finding_answer" ADD COLUMN "cancellation_id" UUID,
  ADD CONSTRAINT "finding_answer_agency_id_cancellation_id_fkey" FOREIGN KEY ("agency_id", "cancellation_id") REFERENCES "cancellation"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

DROP TRIGGER finding_answer_append_only ON finding_answer;
CREATE TRIGGER finding_answer_kept BEFORE DELETE OR TRUNCATE ON finding_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER finding_answer_append_only BEFORE UPDATE ON finding_answer FOR EACH ROW EXECUTE FUNCTION refuse_change_but_cancelling();
CREATE TRIGGER finding_answer_cancelled BEFORE UPDATE ON finding_answer
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_cancelled('answered_by', 'answered_at');

CREATE FUNCTION refuse_cancelling_judged_answer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  viewer text := coalesce(current_setting('app.role', true), '');
  judged boolean;
BEGIN
  PERFORM set_config('app.role', 'system', true);
  judged := EXISTS (SELECT 1 FROM finding_return r WHERE r.answer_id = OLD.id)
    OR EXISTS (SELECT 1 FROM finding_closure c WHERE c.finding_id = OLD.finding_id);
  PERFORM set_config('app.role', viewer, true);
  IF judged THEN
    RAISE EXCEPTION 'answer % has been judged', OLD.id USING ERRCODE = 'NN001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER finding_answer_judged BEFORE UPDATE ON finding_answer FOR EACH ROW EXECUTE FUNCTION refuse_cancelling_judged_answer();

CREATE POLICY own_cancel ON finding_answer FOR UPDATE USING ((SELECT writes_own()) AND agency_id = (SELECT viewer_agency()));
CREATE POLICY leader_cancel ON finding_answer FOR UPDATE USING ((SELECT viewer_role()) = 'leader');
GRANT UPDATE (cancellation_id) ON finding_answer TO nenep_app;

-- Giving an answer and cancelling it are two turns: a form that was made before either is told from one that was made after.
CREATE OR REPLACE VIEW finding_course WITH (security_invoker = true) AS
SELECT f.id AS finding_id, w.answers, w.returns, b.claims, b.refusals, b.stops, b.ended, b.blocked_by, b.blocked_since,
  w.answers + 2 * w.cancelled + w.returns + b.claims + b.refusals + b.stops + b.ended AS turns,
  q.asked_by_lead > q.said_by_agency AND NOT o.closed AS awaits_agency, q.asked_by_agency > q.said_by_lead AND NOT o.closed AS awaits_lead
FROM finding f
  CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE a.cancellation_id IS NULL)::integer AS answers,
      count(a.cancellation_id)::integer AS cancelled, count(r.answer_id)::integer AS returns
    FROM finding_answer a LEFT JOIN finding_return r ON r.answer_id = a.id WHERE a.finding_id = f.id) w
  CROSS JOIN LATERAL (SELECT count(*)::integer AS claims, count(x.claim_id)::integer AS refusals, count(s.claim_id)::integer AS stops,
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

-- Where a declaration was made known may be recorded later, each place by itself, and cancelled by itself.
ALTER TABLE "declaration_publication" ADD COLUMN "recorded_by" UUID, ADD COLUMN "recorded_at" TIMESTAMPTZ(3),
  ADD COLUMN "cancellation_id" UUID,
  ADD CONSTRAINT "declaration_publication_agency_id_cancellation_id_fkey" FOREIGN KEY ("agency_id", "cancellation_id") REFERENCES "cancellation"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "declaration_publication" ALTER COLUMN "recorded_at" SET DEFAULT CURRENT_TIMESTAMP;
DROP INDEX "declaration_publication_declaration_id_channel_key";
CREATE UNIQUE INDEX declaration_publication_once ON declaration_publication (declaration_id, channel) WHERE cancellation_id IS NULL;
CREATE INDEX "declaration_publication_declaration_id_idx" ON "declaration_publication"("declaration_id");
CREATE TRIGGER declaration_publication_cancelled BEFORE UPDATE ON declaration_publication
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_cancelled('recorded_by', 'recorded_at');
CREATE POLICY own_cancel ON declaration_publication FOR UPDATE USING ((SELECT writes_own()) AND agency_id = (SELECT viewer_agency()));
CREATE POLICY leader_cancel ON declaration_publication FOR UPDATE USING ((SELECT viewer_role()) = 'leader');
GRANT UPDATE (cancellation_id) ON declaration_publication TO nenep_app;

-- What a declaration is (the first, an extension …) follows from the one before it: it is reckoned, and stands nowhere. What was once
-- typed is in history.
ALTER TABLE "declaration" DROP COLUMN "kind";
DROP TYPE "declaration_kind";

-- How many of the obliged have declared on a day: two numbers that the province publishes, for whoever is about to change them.
CREATE FUNCTION province_figures(on_day date) RETURNS TABLE (declared integer, total integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE viewer text := coalesce(current_setting('app.role', true), '');
BEGIN
  PERFORM set_config('app.role', 'system', true);
  SELECT (count(*) FILTER (WHERE s.bucket = 'declared'))::integer, count(*)::integer INTO declared, total FROM agency_standing s
    WHERE s.valid_to > on_day AND s.valid_from <= on_day
      AND s.obligation IN ('mandatory_by_prime_minister', 'mandatory_by_province') AND s.bucket <> 'ceased';
  PERFORM set_config('app.role', viewer, true);
  RETURN NEXT;
END $$;
REVOKE EXECUTE ON FUNCTION province_figures(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION province_figures(date) TO nenep_app;
