// @ts-check

/** Settles when a person or the system asks to stop. @returns {Promise<void>} */
export function stopAsked() {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => resolve());
  });
}

/**
 * What was opened, to be closed in the opposite order.
 *
 * @param {(opened: (close: () => Promise<void>) => void) => Promise<void>} work
 */
export async function closingAll(work) {
  /** @type {(() => Promise<void>)[]} */
  const closers = [];
  try {
    await work((close) => void closers.unshift(close));
  } finally {
    for (const close of closers) await close();
  }
}
