import { contentDisposition, servedName, showsInline } from "@/lib/files/rules";
import { findFile } from "@/lib/files/queries";
import { api, missing } from "@/lib/gate/api";

/** An attachment, to those who may read the record it belongs to. */
export const GET = api("files.read", async (viewer, _request, params) => {
  const file = await findFile(viewer, params["id"] ?? "");
  if (!file) return missing();
  return new Response(file.bytes, {
    headers: {
      "content-type": file.mediaType,
      "content-disposition": contentDisposition(
        servedName(file.fileName, file.mediaType),
        showsInline(file.mediaType),
      ),
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
      etag: `"${file.sha256}"`,
    },
  });
});
