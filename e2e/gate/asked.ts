import { readFileSync } from "node:fs";

import type { z } from "zod";

import type { Door } from "./actions";
import { proofForms } from "./forms";
import { missing } from "./places";
import { problemCodes } from "@/lib/kernel/problem";

/** Where `name` comes from in a text, and how it is called there: by itself, renamed, or out of a whole file. */
function importOf(source: string, name: string, room?: string): { file: string; name: string } {
  const imported = room ? `\\* as ${room}` : `\\{[^}]*\\b${name}\\b[^}]*\\}`;
  const file = new RegExp(`import ${imported} from "@/([^"]+)"`).exec(source)?.[1];
  if (file === undefined) throw new Error(`nothing brings ${name} in`);
  return { file: `${file}.ts`, name: new RegExp(`\\b(\\w+) as ${name}\\b`).exec(source)?.[1] ?? name };
}

/**
 * The shape that a door takes its form by: the second word of the command behind it, from where that command's file imports it. Read
 * out of the texts: the commands themselves bring the whole site along.
 */
async function schemaOf(door: Door): Promise<z.ZodType> {
  const [file = "", action = ""] = door.split("#");
  const source = readFileSync(file, "utf8");
  const [, room, called = ""] =
    new RegExp(`export const ${action} = form\\w*\\(\\s*(?:(\\w+)\\.)?(\\w+)`).exec(source) ?? [];
  const command = importOf(source, called, room);
  const commands = readFileSync(command.file, "utf8");
  const shape = new RegExp(
    `export const ${command.name} = (?:onceAForm\\(\\s*)?command\\w*\\(\\s*"[^"]+",\\s*(\\w+)`,
  ).exec(commands)?.[1];
  if (shape === undefined) throw new Error(`${door} takes its form by no shape that is found`);
  const from = importOf(commands, shape);
  const known = (await import(`../../${from.file}`)) as Record<string, z.ZodType | undefined>;
  const schema = known[from.name];
  if (!schema) throw new Error(`${from.file} has no ${from.name}`);
  return schema;
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
