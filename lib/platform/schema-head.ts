/** The newest migration this code was written for; a test compares it with prisma/migrations. */
export const schemaHead = "0068_team_again";
