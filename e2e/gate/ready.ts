import type { Names } from "./places";
import type { Fields } from "./types";
import { idFrom } from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";

/** The day on which the site under test stands. */
export const day = "31/12/2017";

/** The agency that a form is about. */
export const agency = ({ agencyId, code }: Names): Fields => ({ agencyId, agencyCode: code });

export const accountNamed = (name: string): Promise<string> =>
  idFrom("select id from account where name = $1", [name]);

export const freshDocument = (withDraft: boolean) => async (): Promise<Partial<Names>> => ({
  document: await fixtures.createDocument("own", withDraft),
});
