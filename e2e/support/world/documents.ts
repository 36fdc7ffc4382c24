import { asOwner } from "@/e2e/support/world/site";

/** The draft of a document with another text than was read, as somebody writes who was faster. */
export const rewriteDraft = (documentId: string, body: string): Promise<unknown> =>
  asOwner((client) =>
    client.query(
      "update document_revision set body = $2, version = version + 1 where document_id = $1 and approved_on is null",
      [documentId, body],
    ),
  );
