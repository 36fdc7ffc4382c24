import pg from "pg";

type Statement = { text: string; values: unknown[] };
type Call = { milliseconds: number; statements: Statement[] };

let current: Call | null = null;

const statementOf = ([first, second]: readonly unknown[]): Statement => {
  const config =
    typeof first === "string" ? { text: first } : (first as { text: string; values?: unknown[] });
  const values = config.values ?? (Array.isArray(second) ? (second as unknown[]) : []);
  return { text: config.text, values };
};

/** Makes every node-postgres client of this process say what it sent, and how long the database took to answer. */
export function meterDatabase(): void {
  const original = Reflect.get(pg.Client.prototype, "query") as (...sent: unknown[]) => unknown;
  Reflect.set(pg.Client.prototype, "query", function (this: pg.Client, ...sent: unknown[]): unknown {
    const answer = original.apply(this, sent);
    const call = current;
    if (!call || !(answer instanceof Promise)) return answer;
    const begun = performance.now();
    call.statements.push(statementOf(sent));
    return answer.finally(() => (call.milliseconds += performance.now() - begun));
  });
}

/** Does the work, and says what it asked of the database and how long it waited for the answers. */
export async function metered<T>(work: () => Promise<T>): Promise<Call & { answer: T }> {
  const call: Call = { milliseconds: 0, statements: [] };
  current = call;
  try {
    return { answer: await work(), ...call, milliseconds: call.milliseconds };
  } finally {
    current = null;
  }
}
