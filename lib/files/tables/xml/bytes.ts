import { setImmediate } from "node:timers/promises";

import sax, { type SAXOptions, type SAXParser } from "sax";

import { Unreadable } from "@/lib/files/tables/cells/rules";
import type { Listener } from "@/lib/files/tables/xml/types";

/** So much is read before others have their turn. */
const chunk = 256 * 1024;
/** Deeper, and with more attributes, nothing is that a program writes. */
const most = { depth: 256, attributes: 500 };

const damaged = (): never => {
  throw new Unreadable("file-damaged");
};

/** The value of an attribute of another vocabulary, whatever prefix that has here. */
const valueBeside = (given: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.entries(given).find(([key]) => key.endsWith(name) && !key.startsWith("xmlns"))?.[1];

/** Strict XML: five entities, none of its own, and nothing that nests without end. */
function told(listener: Listener): SAXParser {
  const options: SAXOptions & { strictEntities: true } = { strictEntities: true };
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
    if (attributes > most.attributes) damaged();
  };
  reader.onopentag = (tag) => {
    attributes = 0;
    depth += 1;
    if (depth > most.depth) damaged();
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
  reader.ontext = listener.text;
  reader.oncdata = listener.text;
  return reader;
}

const encodingOf = ([first, second]: Uint8Array): string => {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
};

/** Tells a listener what a part of an office file says, piece by piece, so that nobody waits for it long. */
export async function readXml(content: Uint8Array, listener: Listener): Promise<void> {
  const decoder = new TextDecoder(encodingOf(content), { fatal: true });
  const reader = told(listener);
  const decoded = (from: number): string => {
    try {
      return decoder.decode(content.subarray(from, from + chunk), { stream: from + chunk < content.length });
    } catch {
      return damaged();
    }
  };
  for (let at = 0; at < content.length; at += chunk) {
    if (at > 0) await setImmediate();
    reader.write(decoded(at));
  }
  reader.close();
}
