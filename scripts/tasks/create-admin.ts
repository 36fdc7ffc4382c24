import { parseArgs } from "node:util";

import { createAccount } from "@/lib/accounts/commands";
import { newAccount } from "@/lib/accounts/schema";
import { systemViewer } from "@/lib/identity/viewer";
import { disconnect } from "@/lib/platform/database";
import problems from "@/messages/en/problems.json";

const usage = 'Usage: npm run create-admin -- --name ACCOUNT --full-name "FULL NAME"\n';

/** The name of the field at the command line, for the sentence that refuses it. */
const flags: Record<string, string> = { fullName: "--full-name", name: "--name" };

const refuse = (text: string): number => {
  process.stderr.write(text);
  return 1;
};

async function createAdmin(): Promise<number> {
  const { values } = parseArgs({
    options: { name: { type: "string" }, "full-name": { type: "string" } },
    strict: false,
  });
  const parsed = newAccount.safeParse({
    name: values["name"],
    fullName: values["full-name"],
    personId: "new",
    role: "admin",
    agencyId: "",
  });
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const sentence = (problems as Record<string, string>)[issue.message] ?? issue.message;
      return `${flags[String(issue.path[0])] ?? "?"}: ${sentence}\n`;
    });
    return refuse(`${lines.join("")}${usage}`);
  }
  const result = await createAccount(systemViewer("create-admin"), parsed.data);
  if (!result.ok) return refuse(`${result.problems.map(({ code }) => problems[code]).join("\n")}\n`);
  const { receipt, secret } = result.value;
  process.stdout.write(
    `Account ${parsed.data.name} created (receipt ${receipt.number}).\n` +
      `One-time password, shown this once: ${secret}\nIt must be changed at the first sign-in.\n`,
  );
  return 0;
}

process.exitCode = await createAdmin();
await disconnect();
