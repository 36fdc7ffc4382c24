import { readFileSync } from "node:fs";

import type { z } from "zod";

import type { Door } from "./actions";
import { proofForms } from "./forms";
import { missing } from "./places";
import { problemCodes } from "@/lib/kernel/problem";

type Commands = Record<string, { shape: z.ZodType } | undefined>;

/** The shape that a door takes its form by: its command's, from where its file imports that. */
async function schemaOf(door: Door): Promise<z.ZodType> {
  const [file = "", action = ""] = door.split("#");
  const source = readFileSync(file, "utf8");
  const [, room, command = ""] =
    new RegExp(`export const ${action} = form\\w*\\(\\s*(?:(\\w+)\\.)?(\\w+)`).exec(source) ?? [];
  const imported = room ? `\\* as ${room}` : `\\{[^}]*\\b${command}\\b[^}]*\\}`;
  const from = new RegExp(`import ${imported} from "@/([^"]+)"`).exec(source)?.[1] ?? "";
  // Renamed where it is imported, as beside an action of the same name.
  const name = new RegExp(`\\b(\\w+) as ${command}\\b`).exec(source)?.[1] ?? command;
  const known = (await import(`../../${from}.ts`)) as Commands;
  const shape = known[name]?.shape;
  if (!shape) throw new Error(`${door} takes its form by no command that is found`);
  return shape;
}

/** What is said of a field that no person fills in by typing. */
const notTyped: ReadonlySet<string> = new Set(["not-an-id", "unknown-input", "not-a-choice"]);

const isCode = (message: string): boolean => (problemCodes as readonly string[]).includes(message);

/** Does the form behind a door ask for something that is typed: by one field, or by several of which one must be filled in? */
export async function asksForText(door: Door): Promise<boolean> {
  const schema = await schemaOf(door);
  const fields = proofForms[door].fields(missing);
  const faultsWithout = (names: readonly string[]): string[] =>
    (
      schema.safeParse({ ...fields, ...Object.fromEntries(names.map((name) => [name, ""])) }).error?.issues ??
      []
    )
      .filter(({ path }) => names.includes(String(path[0])))
      .map(({ message }) => message);
  const mayBeEmpty = Object.keys(fields).filter((name) => faultsWithout([name]).length === 0);
  return [...Object.keys(fields).map((name) => [name]), mayBeEmpty]
    .flatMap(faultsWithout)
    .some((message) => isCode(message) && !notTyped.has(message));
}
