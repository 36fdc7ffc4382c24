import pino from "pino";

/** JSON lines on standard output: ids and events, never names, texts or secrets. */
export const log = pino({ level: process.env.LOG_LEVEL ?? "info", base: null });
