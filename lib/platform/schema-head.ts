/** The newest migration this code was written for; a test compares it with prisma/migrations. */
export const schemaHead = "0060_answers_by_their_moment";
