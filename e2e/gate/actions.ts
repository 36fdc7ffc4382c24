import { readFileSync } from "node:fs";

import type { APIRequestContext, APIResponse } from "@playwright/test";

import type { Fields } from "./types";
import { origin } from "./visitors";
import type { formActions } from "@/lib/gate/form-doors";

export type Door = keyof typeof formActions;

type ServerActions = { node: Record<string, { filename: string; exportedName: string }> };

const manifest = JSON.parse(
  readFileSync(".next/server/server-reference-manifest.json", "utf8"),
) as ServerActions;

/** The address at which the build answers for each server action. */
const actionIds = new Map(
  Object.entries(manifest.node).map(([id, { filename, exportedName }]) => [
    `${filename}#${exportedName}` as Door,
    id,
  ]),
);

export const idOf = (door: Door): string => {
  const id = actionIds.get(door);
  if (id === undefined) throw new Error(`the build knows no ${door}`);
  return id;
};

const picture = Buffer.from("89504e470d0a1a0a", "hex");

/** A form as a page with scripts writes it: each field, and last the state before it. */
function bodyOf(fields: Fields, file: string | undefined): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value);
  if (file) body.append(`_1_${file}`, new File([picture], "bằng chứng.png", { type: "image/png" }));
  body.append("0", '[{"problems":[],"values":{},"conflict":null},"$K1"]');
  return body;
}

export const send = (
  somebody: APIRequestContext,
  door: Door,
  fields: Fields,
  more: { file?: string | undefined; headers?: Record<string, string> } = {},
): Promise<APIResponse> =>
  somebody.post("/me", {
    headers: { "next-action": actionIds.get(door) ?? "", origin: origin(), ...more.headers },
    multipart: bodyOf(fields, more.file),
  });

/** Taken: sent on with a receipt, or shown the secret that was made. */
export const wasTaken = async (answer: APIResponse): Promise<boolean> =>
  (answer.headers()["x-action-redirect"] ?? "").includes("receipt=") ||
  /"secret":\{"title"/.test(await answer.text());
