/** The newest migration this code was written for; a test compares it with prisma/migrations. */
export const schemaHead = "0008_figures_from_the_index";
