import { readiness } from "@/lib/platform/readiness";

/** The site can serve: the database answers, its schema is the one this code was built for, and its roles are safe. */
export async function GET(): Promise<Response> {
  const faults = await readiness();
  return new Response(
    faults.length === 0 ? "ready\n" : `not ready: ${faults.map((fault) => fault.code).join(", ")}\n`,
    {
      status: faults.length === 0 ? 200 : 503,
      headers: { "cache-control": "no-store" },
    },
  );
}
