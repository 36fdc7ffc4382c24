/** The process is alive; it says nothing of the database, so that a database restart does not kill the site. */
export const GET = (): Response => new Response("ok\n", { headers: { "cache-control": "no-store" } });
