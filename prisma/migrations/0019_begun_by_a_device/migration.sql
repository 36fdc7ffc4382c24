-- A visit has begun with the first thing that a device delivered for it, too: a photograph may come before its section.
CREATE OR REPLACE FUNCTION refuse_change_of_begun_visit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  viewer text := coalesce(current_setting('app.role', true), '');
  begun boolean;
BEGIN
  PERFORM set_config('app.role', 'system', true);
  begun := EXISTS (SELECT 1 FROM visit_section s WHERE s.visit_id = OLD.id) OR EXISTS (SELECT 1 FROM answer a WHERE a.visit_id = OLD.id)
    OR EXISTS (SELECT 1 FROM field_delivery d WHERE d.visit_id = OLD.id) OR EXISTS (SELECT 1 FROM visit_result r WHERE r.visit_id = OLD.id);
  PERFORM set_config('app.role', viewer, true);
  IF begun THEN
    RAISE EXCEPTION 'visit % has begun', OLD.id USING ERRCODE = 'NN005';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
