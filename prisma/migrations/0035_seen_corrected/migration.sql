-- A finding that a later visit saw corrected: the agency's clock stands still from the day on which those minutes were signed,
-- for as long as no later minutes say otherwise. Minutes that are not final are nobody's evidence yet.
CREATE VIEW finding_seen WITH (security_invoker = true) AS
SELECT finding_id, visit_id, corrected, seen_on,
  lead(seen_on) OVER (PARTITION BY finding_id ORDER BY seen_on, finalised_at, visit_id) AS until
FROM (SELECT c.finding_id, c.visit_id, r.finalised_on AS seen_on, r.finalised_at, c.outcome = 'corrected' AS corrected,
    lag(c.outcome = 'corrected') OVER (PARTITION BY c.finding_id ORDER BY r.finalised_on, r.finalised_at, c.visit_id) AS before
  FROM finding_recheck c JOIN visit_result r ON r.visit_id = c.visit_id) looks
WHERE corrected IS DISTINCT FROM before;
GRANT SELECT ON finding_seen TO nenep_app, nenep_reader;

-- How the clock of each finding stood on a day that ever stood still: the one definition for every count, and the same as clockOf in
-- lib/findings/clock. Days on which a higher level blocked or a visit had seen it corrected are counted once; nothing moves after
-- the day since which it has been seen corrected, or after the day on which it was closed.
CREATE FUNCTION finding_clock(on_day date) RETURNS TABLE (finding_id uuid, still_days integer, blocked_days integer, blocked_by text,
  blocked_since date, corrected_on date, corrected_visit uuid) LANGUAGE sql STABLE AS $$
  WITH pauses AS (
    SELECT s.finding_id, s.starts_on, s.ends_on, m.blocking_body, NULL::uuid AS visit_id FROM finding_stop s JOIN finding_claim m ON m.id = s.claim_id
    UNION ALL
    SELECT n.finding_id, n.seen_on, n.until, NULL, n.visit_id FROM finding_seen n WHERE n.corrected
  ), known AS (
    SELECT p.*, least(on_day, c.closed_on) AS day, p.ends_on IS NULL OR p.ends_on > least(on_day, c.closed_on) AS lasts
    FROM pauses p LEFT JOIN finding_closure c ON c.finding_id = p.finding_id
    WHERE p.starts_on <= least(on_day, c.closed_on)
  ), seen AS (
    SELECT k.*, max(k.starts_on) FILTER (WHERE k.lasts AND k.visit_id IS NOT NULL) OVER (PARTITION BY k.finding_id) AS corrected_on FROM known k
  ), counted AS (
    SELECT s.*, CASE WHEN s.starts_on < least(s.ends_on, s.day, s.corrected_on)
      THEN daterange(s.starts_on, least(s.ends_on, s.day, s.corrected_on)) END AS days
    FROM seen s
  ), summed AS (
    SELECT c.finding_id, range_agg(c.days) AS still, coalesce(sum(upper(c.days) - lower(c.days)) FILTER (WHERE c.visit_id IS NULL), 0)::integer AS blocked_days,
      max(c.blocking_body) FILTER (WHERE c.lasts AND c.corrected_on IS NULL) AS blocked_by,
      max(c.starts_on) FILTER (WHERE c.lasts AND c.corrected_on IS NULL) AS blocked_since,
      max(c.corrected_on) AS corrected_on,
      (array_agg(c.visit_id) FILTER (WHERE c.lasts AND c.visit_id IS NOT NULL))[1] AS corrected_visit
    FROM counted c GROUP BY c.finding_id
  )
  SELECT t.finding_id, (SELECT coalesce(sum(upper(r) - lower(r)), 0)::integer FROM unnest(t.still) r), t.blocked_days, t.blocked_by, t.blocked_since,
    t.corrected_on, t.corrected_visit
  FROM summed t
$$;
DROP FUNCTION finding_blocked_days(uuid, date);

-- Closed on what a visit saw, without an answer of the agency: which visit.
ALTER TABLE finding_closure ADD COLUMN "basis_visit_id" UUID,
  ADD CONSTRAINT "finding_closure_basis_visit_id_finding_id_fkey" FOREIGN KEY ("basis_visit_id", "finding_id") REFERENCES "finding_recheck"("visit_id", "finding_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Nobody waits for a word on a finding that is closed.
CREATE OR REPLACE VIEW finding_course WITH (security_invoker = true) AS
SELECT f.id AS finding_id, w.answers, w.returns, b.claims, b.refusals, b.stops, b.ended, b.blocked_by, b.blocked_since,
  w.answers + w.returns + b.claims + b.refusals + b.stops + b.ended AS turns,
  q.asked_by_lead > q.said_by_agency AND NOT o.closed AS awaits_agency, q.asked_by_agency > q.said_by_lead AND NOT o.closed AS awaits_lead
FROM finding f
  CROSS JOIN LATERAL (SELECT count(*)::integer AS answers, count(r.answer_id)::integer AS returns
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
