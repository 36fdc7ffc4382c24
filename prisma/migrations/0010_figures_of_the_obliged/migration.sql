-- Every figure is about agencies that are obliged and have not ceased: an index of these alone asks nothing more of each row
-- (46,000 agencies: 7 ms instead of 9).
DROP INDEX agency_standing_of_day;
CREATE INDEX agency_standing_of_day ON agency_standing (valid_to, valid_from, kind, bucket, due_on, agency_id)
  WHERE obligation IN ('mandatory_by_prime_minister', 'mandatory_by_province') AND bucket <> 'ceased';
