import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** The functions that the files of this name in lib/ export, as file#name, in order. */
export async function exportsOf(name: "commands.ts" | "queries.ts"): Promise<string[]> {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).map((path) => join("lib", path));
  const found: string[] = [];
  for (const file of files.filter((path) => path.endsWith(`/${name}`))) {
    const loaded = (await import(pathToFileURL(resolve(file)).href)) as Record<string, unknown>;
    for (const [key, value] of Object.entries(loaded))
      if (typeof value === "function") found.push(`${file}#${key}`);
  }
  return found.sort();
}
