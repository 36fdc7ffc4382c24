import { getTranslations } from "next-intl/server";

import { contentDisposition } from "@/lib/files/rules";
import { api, missing } from "@/lib/gate/api";
import type { Action } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import type { Registration } from "@/lib/reports/types";
import type { Paper } from "@/lib/reports/documents/model";
import { docxType, renderDocx } from "@/lib/reports/render/docx";
import { registrationIn } from "@/lib/reports/rules";
import { TooManyAtOnce, UnreadableMinutes } from "@/lib/reports/unmade/rules";
import { log } from "@/lib/platform/log";

const said = (status: number, sentence: string): Response =>
  new Response(sentence, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });

const unregistered = async (): Promise<Response> =>
  said(422, (await getTranslations("reports"))("badRegistration"));

async function crowded(): Promise<Response> {
  const response = said(503, (await getTranslations("reports"))("crowded"));
  response.headers.set("retry-after", "30");
  return response;
}

/** What keeps a paper from being made is said; whatever else breaks, breaks. */
async function unmade(error: unknown): Promise<Response> {
  if (error instanceof TooManyAtOnce) return crowded();
  if (!(error instanceof UnreadableMinutes)) throw error;
  log.error({ event: "minutes unreadable", version: error.version });
  return said(409, (await getTranslations("audits"))("minutesUnreadable", { version: error.version }));
}

async function attached(paper: Paper): Promise<Response> {
  return new Response(await renderDocx(paper), {
    headers: {
      "content-type": docxType,
      "content-disposition": contentDisposition(`${paper.fileName}.docx`, false),
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

/** What an address asks of a paper: number and date to print, who signs, which version. */
type Asked = { registration: Registration; signatory: string | null; version: string | null };

/** A door to a paper: number and date as the address gives them, or left to be written in. */
export const paperDoor = (
  action: Action,
  find: (viewer: Viewer, params: Record<string, string>, asked: Asked) => Promise<Paper | null>,
) =>
  api(action, async (viewer, request, params) => {
    const { searchParams } = new URL(request.url);
    const registration = registrationIn({
      number: searchParams.get("number"),
      date: searchParams.get("date"),
    });
    if (!registration) return unregistered();
    const asked = {
      registration,
      signatory: searchParams.get("signatory"),
      version: searchParams.get("version"),
    };
    return find(viewer, params, asked).then(
      (paper) => (paper ? attached(paper) : missing()),
      (error: unknown) => unmade(error),
    );
  });
