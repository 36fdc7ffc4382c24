const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Ids arrive in addresses and forms: anything that is not one is treated as unknown, before the database is asked. */
export const isId = (text: unknown): text is string => typeof text === "string" && uuid.test(text);

/** The chain of what concerns the province as a whole. */
export const provinceChain = "00000000-0000-0000-0000-000000000000";
