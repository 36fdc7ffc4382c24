import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { z } from "zod";

import { isForm } from "./hostile";

/** Every form and message that lib/ exports a schema of, as file#name. */
export async function everySchema(): Promise<[string, z.ZodType][]> {
  const paths = readdirSync("lib", { recursive: true, encoding: "utf8" }).map((path) => join("lib", path));
  const found: [string, z.ZodType][] = [];
  for (const file of paths.filter((path) => path.endsWith("/schema.ts")).sort()) {
    const loaded = (await import(pathToFileURL(resolve(file)).href)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(loaded))
      if (value instanceof z.ZodType && isForm(value)) found.push([`${file}#${name}`, value]);
  }
  return found;
}
