import { createServer, type Server } from "node:net";

const int16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
const int32 = (value: number): Buffer => Buffer.concat([int16(value >> 16), int16(value & 65_535)]);

/** A message of PostgreSQL's protocol: its letter, its length, its content. */
const message = (letter: string, ...content: (string | Buffer)[]): Buffer => {
  const body = Buffer.concat(content.map((part) => Buffer.from(part)));
  return Buffer.concat([Buffer.from(letter), int32(body.length + 4), body]);
};

const welcome = [message("R", int32(0)), message("Z", "I")];

/** One column of text with one value. */
const row = (value: string): Buffer[] => [
  message("T", int16(1), "server_version\0", int32(0), int16(0), int32(25), int16(-1), int32(-1), int16(0)),
  message("D", int16(1), int32(value.length), value),
  message("C", "SHOW\0"),
  message("Z", "I"),
];

/** As much of a PostgreSQL as tells its version to whoever asks anything: old ones are not to be had on every machine. */
export const answering = (version: string): Server =>
  createServer((socket) => {
    let greeted = false;
    socket.on("error", () => undefined);
    socket.on("data", (bytes) => {
      if (bytes[0] === "X".charCodeAt(0)) return void socket.end();
      for (const part of greeted ? row(version) : welcome) socket.write(part);
      greeted = true;
    });
  });
