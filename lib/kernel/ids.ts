const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Ids arrive in addresses and forms: anything that is not one is treated as unknown, before the database is asked. */
export const isId = (text: unknown): text is string => typeof text === "string" && uuid.test(text);

/** The chain of what concerns the province as a whole. */
export const provinceChain = "00000000-0000-0000-0000-000000000000";

const hex = (byte: number): string => byte.toString(16).padStart(2, "0");

/** A version 7 UUID (RFC 9562): the moment in milliseconds, then ten random bytes. Made on the device, so that sending twice is seen. */
export function uuidv7(milliseconds: number, random: Uint8Array): string {
  const time = milliseconds.toString(16).padStart(12, "0").slice(-12);
  const [a = 0, b = 0, c = 0, ...rest] = random;
  const version = hex(0x70 | (a & 0x0f)) + hex(b);
  const variant = hex(0x80 | (c & 0x3f));
  const tail = rest.slice(0, 7).map(hex).join("").padEnd(14, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}${tail.slice(0, 2)}-${tail.slice(2)}`;
}
