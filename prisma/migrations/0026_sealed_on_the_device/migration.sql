-- By how many seconds a device's clock was fast when it sent an item: what it says of times is marked where that is much.
ALTER TABLE "field_delivery" ADD COLUMN "clock_fast" INTEGER;
ALTER TABLE "visit_minutes" ADD COLUMN "clock_fast" INTEGER;
