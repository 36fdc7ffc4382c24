import type { MediaType } from "@/lib/files/types";
import { isArchive, latin, startsWith } from "@/lib/files/zip/rules";
import { beginning, oneLine } from "@/lib/kernel/text";

/** A reader of PDF looks for its first words among so many bytes. */
const headOfPdf = 1024;

/** What a picture or a PDF is by its bytes, whatever name and type it came with; null for everything else. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "image/jpeg";
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "image/png";
  if (latin(bytes, 0, 4) === "RIFF" && latin(bytes, 8, 12) === "WEBP") return "image/webp";
  return !isArchive(bytes) && latin(bytes, 0, headOfPdf).includes("%PDF-") ? "application/pdf" : null;
}

type MainPart = { type: MediaType; said: string };

const openXml = "application/vnd.openxmlformats-officedocument.";
const mainParts: readonly MainPart[] = (["wordprocessingml.document", "spreadsheetml.sheet"] as const).map(
  (kind) => ({ type: `${openXml}${kind}`, said: `${openXml}${kind}.main+xml` }),
);

/**
 * The elements of that name, each as its attributes. Enough for the lists of a package, which nest nothing. No part of the text is
 * looked through twice, whatever it holds: a tag ends where another begins, a comment that nothing ends is one to the end, and a
 * name begins after a space.
 */
function elements(xml: string, name: string): ReadonlyMap<string, string>[] {
  const found = xml
    .replace(/<!--[^]*?(?:-->|$)/g, "")
    .matchAll(new RegExp(`<(?:[\\w-]+:)?${name}(?=\\s)([^<>]*)>`, "g"));
  return [...found].map(
    ([, attributes = ""]) =>
      new Map(
        [...attributes.matchAll(/\s([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
          ([, key = "", double, single]) => [key, double ?? single ?? ""] as const,
        ),
      ),
  );
}

/** The name of a part as names are compared: no slash before it, small letters. */
export const partName = (written: string): string =>
  written
    .replaceAll("\\", "/")
    .replace(/^(?:\.?\/)+/, "")
    .toLowerCase();

/** What a part of a package says of another: which, what it is to it, and where that is. */
export type Relation = { id: string; type: string; target: string; external: boolean };

/** The relations a list (.rels) names, in its order. */
export const relationsIn = (list: string): Relation[] =>
  elements(list, "Relationship").map((each) => ({
    id: each.get("Id") ?? "",
    type: each.get("Type") ?? "",
    target: (each.get("Target") ?? "").replaceAll("\\", "/"),
    external: each.get("TargetMode") === "External",
  }));

/** The part that a package is about, by its relations (_rels/.rels); null where it names none within. */
export function mainPartOf(relations: string): string | null {
  const main = relationsIn(relations).find(({ type }) => /\/relationships\/officeDocument$/.test(type));
  return main && !main.external ? partName(main.target) : null;
}

/** Does the list of types name macros? */
export const namesMacros = (contentTypes: string): boolean => /macroEnabled|vbaProject/i.test(contentTypes);

/**
 * What a package is, as a reader decides it: its relations (_rels/.rels) name the main part, its list of types
 * ([Content_Types].xml) says what that is. Null for everything but a document or a workbook without macros.
 */
export function packageTypeOf(
  contentTypes: string,
  relations: string,
  names: readonly string[],
): MediaType | null {
  if (/<!DOCTYPE/i.test(contentTypes + relations) || namesMacros(contentTypes)) return null;
  const target = mainPartOf(relations);
  if (target === null || !names.some((name) => partName(name) === target)) return null;
  const said =
    elements(contentTypes, "Override").find((each) => partName(each.get("PartName") ?? "") === target) ??
    elements(contentTypes, "Default").find((each) =>
      target.endsWith(`.${(each.get("Extension") ?? "").toLowerCase()}`),
    );
  return mainParts.find((each) => each.said === said?.get("ContentType"))?.type ?? null;
}

const longestName = 200;

/** A file's name as it is kept: its last part, one line, cut between whole letters so that its ending stays. */
export function fileNameOf(written: string, otherwise: string): string {
  const name = oneLine(written).replace(/^.*[/\\]/, "") || otherwise;
  const ending = /\.[^.\s]{1,10}$/.exec(name)?.[0] ?? "";
  return name.length <= longestName
    ? name
    : beginning(name.slice(0, name.length - ending.length), longestName - ending.length).trimEnd() + ending;
}

/** How names of files end that are of this type, ours first. */
const endings = {
  "image/jpeg": ["jpg", "jpeg", "jpe", "jfif"],
  "image/png": ["png"],
  "image/webp": ["webp"],
  "application/pdf": ["pdf"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
} as const satisfies Record<MediaType, readonly string[]>;

/** The name under which a file is given out: it ends as what the file is, so that nothing opens it as something else. */
export function servedName(fileName: string, mediaType: string): string {
  const right = Object.entries(endings).find(([type]) => type === mediaType)?.[1] ?? [];
  const [ours] = right;
  const ending = /\.([^.\s]+)$/.exec(fileName)?.[1]?.toLowerCase();
  return ours === undefined || right.some((each) => each === ending) ? fileName : `${fileName}.${ours}`;
}

/** The name in plain letters, for old browsers: "Đức" is "Duc"; what has no plain letter falls away. */
function plainName(fileName: string): string {
  const plain = fileName
    .normalize("NFKD")
    .replace(/[đð]/g, "d")
    .replace(/[ĐÐ]/g, "D")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/["\\%]/g, "")
    .trim();
  return /^(?:\.[^.]*)?$/.test(plain) ? `file${plain}` : plain;
}

/** How a browser is told the name of a file (RFC 6266): plain letters for the old, the real name for the others. */
export function contentDisposition(fileName: string, inline: boolean): string {
  const name = oneLine(fileName);
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${inline ? "inline" : "attachment"}; filename="${plainName(name)}"; filename*=UTF-8''${encoded}`;
}

export const showsInline = (mediaType: string): boolean =>
  mediaType.startsWith("image/") || mediaType === "application/pdf";
