export type Measured = { ours: number; floor: number; ratio: number };

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/**
 * Measures two ways of doing one thing in turns, so that whatever else the machine does falls on both. Medians, and the median
 * of the ratios of the pairs.
 */
export async function inTurns(
  pairs: number,
  ours: () => Promise<number>,
  floor: () => Promise<number>,
): Promise<Measured> {
  for (let warming = 0; warming < 3; warming += 1) {
    await ours();
    await floor();
  }
  const measured: { ours: number; floor: number }[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    measured.push(
      pair % 2 === 0
        ? { ours: await ours(), floor: await floor() }
        : await floor().then(async (first) => ({ ours: await ours(), floor: first })),
    );
  }
  return {
    ours: median(measured.map((each) => each.ours)),
    floor: median(measured.map((each) => each.floor)),
    ratio: median(measured.map((each) => each.ours / each.floor)),
  };
}

export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

/** A request, a command in this process, or what either waits for the database. */
type Where = "database" | "server" | "command";

const ms = (value: number): string => `${value.toFixed(2).padStart(8)} ms`;

export const report = (what: string, where: Where, { ours, floor, ratio }: Measured): void => {
  console.log(
    `  ${what.padEnd(22)} ${where.padEnd(9)} ours ${ms(ours)}  floor ${ms(floor)}  × ${ratio.toFixed(2)}`,
  );
};

/** What is measured beside nothing. */
export const alone = (what: string, where: Where, { ours }: Pick<Measured, "ours">): void => {
  console.log(`  ${what.padEnd(22)} ${where.padEnd(9)} ours ${ms(ours)}`);
};

/** A budget that is not kept makes the program fail, once everything is measured. */
export function within(what: string, measured: number, budget: number, unit: "ms" | "KiB" | "×"): void {
  const kept = measured <= budget;
  console.log(
    `  ${what.padEnd(22)} ${"budget".padEnd(9)} ${measured.toFixed(2).padStart(13)} ${unit} of ${budget} ${unit}  ${kept ? "✓" : "✗"}`,
  );
  if (!kept) process.exitCode = 1;
}
