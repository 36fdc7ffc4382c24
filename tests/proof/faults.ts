import pg from "pg";

/** The database refuses a statement; or carries it out, and the connection dies before the answer is heard. */
export type Fault = { kind: "refused" | "unheard"; at: number };

type Asked = string | { text: string };
type Ask = (this: pg.Client, asked: Asked, ...rest: unknown[]) => Promise<unknown>;

const textOf = (asked: Asked): string => (typeof asked === "string" ? asked : asked.text);

export const isCommit = (statement: string | undefined): boolean => /^commit/i.test(statement ?? "");

/** What no input can bring about: the database's own trouble, which is nobody's to mend in a form. */
const trouble = "select 1 from a_table_that_is_gone";

/** A commit that is refused ends its transaction; any other statement only spoils it. */
const refusalOf = (statement: string): string => (isCommit(statement) ? `rollback; ${trouble}` : trouble);

async function unheard(client: pg.Client, answer: Promise<unknown>): Promise<never> {
  await answer;
  const { connection } = client as unknown as { connection: { stream: { destroy: () => void } } };
  connection.stream.destroy();
  throw new Error("Connection terminated unexpectedly");
}

/** Waits for what was asked beside the statement that failed, and whatever follows from it: it is not of the next attempt. */
async function settled(answers: readonly Promise<unknown>[]): Promise<void> {
  for (let known = -1; known !== answers.length;) {
    known = answers.length;
    await Promise.allSettled(answers);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
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
  const answers: Promise<unknown>[] = [];
  const answerTo = (client: pg.Client, asked: Asked, rest: unknown[]): Promise<unknown> => {
    const ask = () => query.call(client, asked, ...rest);
    if (client.user !== "nenep_app" || statements.push(textOf(asked)) !== fault?.at) return ask();
    return fault.kind === "refused" ? query.call(client, refusalOf(textOf(asked))) : unheard(client, ask());
  };
  prototype.query = function (asked, ...rest) {
    const answer = answerTo(this, asked, rest);
    answers.push(answer);
    return answer;
  };
  try {
    const [done] = await Promise.allSettled([work()]);
    await settled(answers);
    return { done, statements };
  } finally {
    prototype.query = query;
  }
}
