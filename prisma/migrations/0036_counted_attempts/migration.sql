-- An attempt to sign in is counted where it comes from: the browser that this account has used before, else the network. Whoever
-- guesses from elsewhere keeps nobody out. It is written down before the password is looked at, and marked when it was right.
ALTER TABLE "sign_in_attempt" ADD COLUMN "network" TEXT NOT NULL DEFAULT '', ADD COLUMN "device" TEXT;
DROP INDEX "sign_in_attempt_address_at_idx";
CREATE INDEX "sign_in_attempt_network_at_idx" ON "sign_in_attempt"("network", "at");
GRANT UPDATE (succeeded) ON sign_in_attempt TO nenep_app;
