import { hash, verify } from "@node-rs/argon2";

import { lanes } from "@/lib/platform/lanes";

// argon2id, 19 MiB, two passes (OWASP's minimum); about 50 ms.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFC"), cost);

/** Passwords that are checked at once: however many come, the rest of the site has its processors and its memory. */
const inLane = lanes(2);

let decoy: Promise<string> | undefined;

/** With no hash to compare against, the same work is done, so that an unknown name answers as slowly as a known one. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const against = stored ?? (await decoy);
  const matches = await inLane(() => verify(against, password.normalize("NFC")));
  return stored !== null && matches;
}
