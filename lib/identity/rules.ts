import { oneLine, searchKey } from "@/lib/kernel/text";
import type { Role } from "@/lib/identity/types";

/** Idle and absolute life of a signed-in browser. Inspectors work where there is no network and must not lose their way in. */
export const sessionLimits: Record<Role, { idleMinutes: number; hours: number }> = {
  leader: { idleMinutes: 30, hours: 12 },
  inspector: { idleMinutes: 24 * 60, hours: 14 * 24 },
  officer: { idleMinutes: 30, hours: 12 },
  head: { idleMinutes: 30, hours: 12 },
  admin: { idleMinutes: 30, hours: 12 },
};

/**
 * What neighbours share of an address: an office behind one router, a household's IPv6. Anything else is a network of its own.
 */
export function networkOf(address: string): string {
  const plain = address
    .trim()
    .toLowerCase()
    .replace(/^::ffff:(?=\d)/, "");
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(plain)) return plain.replace(/\.\d+$/, ".0/24");
  if (!/^[0-9a-f:]+$/.test(plain) || !plain.includes(":")) return plain.slice(0, 100);
  const [head = "", tail] = plain.split("::");
  const groups = head.split(":").filter(Boolean);
  const missing = tail === undefined ? [] : Array<string>(8).fill("0");
  const first = [...groups, ...missing].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ""));
  return `${first.join(":")}::/64`;
}

/** Account names are compared after NFKC and lower case, both before anything is checked. */
export const accountName = (typed: string): string => oneLine(typed).normalize("NFKC").toLowerCase();

const shortestPassword = 12;
const tooCommon = /password|matkhau|mật khẩu|qwerty|nenep|quangngai/i;

/** Fewer different signs than this are no password, however often they come. */
const fewestSigns = 5;

/** A row in which each sign is the one before, or its neighbour by number: 1111, 1234, dcba. */
const longestRun = 5;

function hasRun(password: string): boolean {
  const signs = [...password].map((sign) => sign.codePointAt(0) ?? 0);
  let [length, step] = [1, 0];
  return signs.some((sign, at) => {
    const from = sign - (signs[at - 1] ?? Number.NaN);
    length = Math.abs(from) <= 1 ? (from === step ? length + 1 : 2) : 1;
    step = from;
    return length > longestRun;
  });
}

/** Letters and digits alone: a name is a name with or without its dot and its accents. */
const bare = (text: string): string => searchKey(text).replace(/[^a-z0-9]/g, "");

const isEasy = (password: string): boolean =>
  [password, bare(password)].some((each) => tooCommon.test(each)) ||
  new Set(password.toLowerCase()).size < fewestSigns ||
  hasRun(password);

/** A name of so many letters does not come about by chance; of a shorter one so many others must be left. */
const nameByItself = 5;
const fewestBeside = 8;

/** Does a password stand on what everybody knows an agency by? */
function standsOn(password: string, known: string): boolean {
  if (known === "" || !password.includes(known)) return false;
  return known.length >= nameByItself || password.replaceAll(known, "").length < fewestBeside;
}

export type PasswordFault =
  "password-too-short" | "password-too-common" | "password-has-name" | "password-has-agency";

/**
 * Length, no well-known word, no few signs over and over, no run, and nothing that everybody knows its owner or their agency by; no rules
 * of composition and no forced change (OWASP ASVS 5.0, 6.2).
 */
export function passwordFault(
  password: string,
  name: string,
  agencies: readonly string[] = [],
): PasswordFault | null {
  if ([...password].length < shortestPassword) return "password-too-short";
  if (isEasy(password)) return "password-too-common";
  const letters = bare(password);
  if (letters.includes(bare(name))) return "password-has-name";
  return agencies.some((each) => standsOn(letters, bare(each))) ? "password-has-agency" : null;
}
