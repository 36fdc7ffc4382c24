import pg from "pg";

/** The database refuses a statement; or carries it out, and the connection dies before the answer is heard. */
export type Fault = { kind: "refused" | "unheard"; at: number };

type Asked = string | { text: string };
type Ask = (this: pg.Client, asked: Asked, ...rest: unknown[]) => Promise<unknown>;

const textOf = (asked: Asked): string => (typeof asked === "string" ? asked : asked.text);

export const isCommit = (statement: string | undefined): boolean => /^commit/i.test(statement ?? "");

/** A commit that is refused ends its transaction; any other statement only spoils it. */
const refusalOf = (statement: string): string =>
  isCommit(statement) ? "rollback; select 1 / 0" : "select 1 / 0";

async function unheard(client: pg.Client, answer: Promise<unknown>): Promise<never> {
  await answer;
  const { connection } = client as unknown as { connection: { stream: { destroy: () => void } } };
  connection.stream.destroy();
  throw new Error("Connection terminated unexpectedly");
}

/**
 * Runs `work` while a fault befalls one of the statements that the site's role sends, and gives them all. For that time it
 * replaces the one function through which every connection of this process speaks.
 */
export async function withFault<T>(
  fault: Fault | null,
  work: () => Promise<T>,
): Promise<{ done: PromiseSettledResult<T>; statements: string[] }> {
  const prototype = pg.Client.prototype as unknown as { query: Ask };
  const { query } = prototype;
  const statements: string[] = [];
  prototype.query = function (asked, ...rest) {
    const ask = () => query.call(this, asked, ...rest);
    if (this.user !== "nenep_app" || statements.push(textOf(asked)) !== fault?.at) return ask();
    return fault.kind === "refused" ? query.call(this, refusalOf(textOf(asked))) : unheard(this, ask());
  };
  try {
    const [done] = await Promise.allSettled([work()]);
    return { done, statements };
  } finally {
    prototype.query = query;
  }
}

/** Runs `work`, and all of `meanwhile` before the first statement of `work` that says `part` is sent. */
export async function withMeanwhile<T>(
  part: string,
  meanwhile: () => Promise<unknown>,
  work: () => Promise<T>,
): Promise<T> {
  const prototype = pg.Client.prototype as unknown as { query: Ask };
  const { query } = prototype;
  let isMet = false;
  prototype.query = async function (asked, ...rest) {
    if (!isMet && textOf(asked).includes(part)) {
      isMet = true;
      await meanwhile();
    }
    return query.call(this, asked, ...rest);
  };
  try {
    const result = await work();
    if (!isMet) throw new Error(`nothing was sent that says ${part}`);
    return result;
  } finally {
    prototype.query = query;
  }
}
