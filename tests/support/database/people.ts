import { signIn } from "@/lib/identity/commands";
import type { Role, Viewer } from "@/lib/identity/types";
import { viewerOfToken } from "@/lib/identity/viewer";
import { demonstrationPassword } from "@/prisma/seed/people";

const signedIn = new Map<string, Promise<Viewer>>();

async function enter(name: string, password: string): Promise<Viewer> {
  const opened = await signIn({ name, password }, { address: "test", userAgent: "test" });
  const viewer = opened.ok ? await viewerOfToken(opened.value) : null;
  if (!viewer) throw new Error(`${name} cannot sign in`);
  return viewer;
}

/** Somebody of the demonstration world, signed in as in production. */
export function viewerOf(name: Role): Promise<Viewer> {
  const known = signedIn.get(name) ?? enter(name, demonstrationPassword);
  signedIn.set(name, known);
  return known;
}

export const enterAs = enter;
