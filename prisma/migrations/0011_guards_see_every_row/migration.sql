-- The guards of 0004 ask whether a visit is final and where somebody serves. Row security answered them too: with no viewer in
-- the transaction (an owner at a console) they saw nothing and let everything pass. Now the system asks, for that one question.

CREATE OR REPLACE FUNCTION refuse_change_of_final_visit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  visit uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.visit_id ELSE NEW.visit_id END;
  viewer text := coalesce(current_setting('app.role', true), '');
  final boolean;
BEGIN
  PERFORM set_config('app.role', 'system', true);
  final := EXISTS (SELECT 1 FROM visit_result r WHERE r.visit_id = visit);
  PERFORM set_config('app.role', viewer, true);
  IF final THEN
    RAISE EXCEPTION 'visit % is final', visit USING ERRCODE = 'NN002';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE OR REPLACE FUNCTION refuse_own_agency() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  viewer text := coalesce(current_setting('app.role', true), '');
  serves boolean;
BEGIN
  PERFORM set_config('app.role', 'system', true);
  serves := EXISTS (
    SELECT 1 FROM visit v JOIN appointment a ON a.agency_id = v.agency_id AND a.person_id = NEW.person_id
    WHERE v.id = NEW.visit_id AND a.valid_from <= v.planned_on AND coalesce(a.valid_to, 'infinity') > v.planned_on
  );
  PERFORM set_config('app.role', viewer, true);
  IF serves THEN
    RAISE EXCEPTION 'a team member serves in the audited agency' USING ERRCODE = 'NN003';
  END IF;
  RETURN NEW;
END $$;
