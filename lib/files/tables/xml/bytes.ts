import { setImmediate } from "node:timers/promises";

import sax, { type SAXOptions, type SAXParser } from "sax";

import { tooMuch, Unreadable } from "@/lib/files/tables/cells/rules";
import type { Listener } from "@/lib/files/tables/xml/types";

/** So much is read before others have their turn. */
const chunk = 256 * 1024;
/** Deeper, with more attributes and of more elements nothing is that a program writes for people. */
const most = { depth: 256, attributes: 500, elements: 2_000_000 };

/** How much has been heard of a file, over all its parts. */
export type Heard = { elements: number; pieces: number };

const damaged = (): never => {
  throw new Unreadable("file-damaged");
};

/** The value of an attribute of another vocabulary, whatever prefix that has here. */
const valueBeside = (given: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.entries(given).find(([key]) => key.endsWith(name) && !key.startsWith("xmlns"))?.[1];

/** Strict XML: five entities, none of its own, and nothing that nests without end. */
function told(listener: Listener, heard: Heard): SAXParser {
  const options: SAXOptions & { strictEntities: true } = { strictEntities: true, position: false };
  const reader = sax.parser(true, options);
  let prefix: string | null = null;
  let depth = 0;
  let attributes = 0;
  const local = (name: string): string =>
    prefix && name.startsWith(prefix) ? name.slice(prefix.length) : name;
  reader.onerror = damaged;
  reader.ondoctype = damaged;
  reader.onattribute = () => {
    attributes += 1;
    heard.pieces += 1;
    if (attributes > most.attributes) damaged();
  };
  reader.onopentag = (tag) => {
    attributes = 0;
    depth += 1;
    heard.elements += 1;
    heard.pieces += 1;
    if (depth > most.depth) damaged();
    if (heard.elements > most.elements) tooMuch();
    const given = tag.attributes as Record<string, string>;
    prefix ??= tag.name.slice(0, tag.name.indexOf(":") + 1);
    listener.open(local(tag.name), (name) =>
      name.startsWith(":") ? valueBeside(given, name) : (given[`${prefix}${name}`] ?? given[name]),
    );
  };
  reader.onclosetag = (name) => {
    depth -= 1;
    listener.close(local(name));
  };
  const text = (piece: string): void => {
    heard.pieces += 1;
    listener.text(piece);
  };
  reader.ontext = text;
  reader.oncdata = text;
  return reader;
}

const encodingOf = ([first, second]: Uint8Array): string => {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
};

/**
 * Tells a listener what a part of an office file says, piece by piece, so that nobody waits for it long. A name, a value or a comment
 * that fills a whole piece is none that a program writes.
 */
export async function readXml(content: Uint8Array, listener: Listener, heard: Heard): Promise<void> {
  const decoder = new TextDecoder(encodingOf(content), { fatal: true });
  const reader = told(listener, heard);
  const decoded = (from: number): string => {
    try {
      return decoder.decode(content.subarray(from, from + chunk), { stream: from + chunk < content.length });
    } catch {
      return damaged();
    }
  };
  for (let at = 0; at < content.length; at += chunk) {
    if (at > 0) await setImmediate();
    const before = heard.pieces;
    reader.write(decoded(at));
    reader.flush();
    if (at > 0 && heard.pieces === before) damaged();
  }
  reader.close();
}
