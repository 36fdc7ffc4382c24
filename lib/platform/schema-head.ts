/** The newest migration this code was written for; a test compares it with prisma/migrations. */
export const schemaHead = "0067_who_serves";
