-- Row security asks for agency_id of each row: without it in the index, the figures of a day must visit the table
-- (46,000 agencies: 56 ms instead of about 10).
DROP INDEX agency_standing_of_day;
CREATE INDEX agency_standing_of_day ON agency_standing (valid_to, valid_from, kind, obligation, bucket, due_on, agency_id);
