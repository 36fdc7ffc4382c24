import { z } from "zod";

const environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  NEXTAUTH_SECRET: z.string().min(32),
  NENEP_DEMO: z.enum(["0", "1"]).default("0"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Environment = z.infer<typeof environment>;

let read: Environment | undefined;

/** The settings of this process, read once. Throws with the names of what is missing or wrong. */
export function env(): Environment {
  if (read) return read;
  const parsed = environment.safeParse(process.env);
  if (!parsed.success) {
    throw new Error(
      `settings missing or wrong: ${parsed.error.issues.map((issue) => issue.path.join(".")).join(", ")}`,
    );
  }
  read = parsed.data;
  return read;
}
