/** What a page says to the worker of a newer edition that waits, once its person wants it. */
export const takeOver = "nenep-take-over";
