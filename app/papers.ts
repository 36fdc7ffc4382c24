import { getTranslations } from "next-intl/server";

import { contentDisposition } from "@/lib/files/rules";
import { api, missing } from "@/lib/gate/api";
import type { Action } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import type { Registration } from "@/lib/reports/types";
import type { Paper } from "@/lib/reports/documents/model";
import { docxType, renderDocx } from "@/lib/reports/render/docx";
import { registrationIn } from "@/lib/reports/rules";

async function unreadable(): Promise<Response> {
  const words = await getTranslations("reports");
  return new Response(words("badRegistration"), {
    status: 422,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
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
    if (!registration) return unreadable();
    const paper = await find(viewer, params, {
      registration,
      signatory: searchParams.get("signatory"),
      version: searchParams.get("version"),
    });
    return paper ? attached(paper) : missing();
  });
