const mebibyte = 1024 * 1024;

/** What a form takes, in mebibytes: of one file, and of all its files together. The ways in (next.config.ts, Caddyfile) let a little more through. */
export const largest = { file: 10, together: 20 } as const;

/** What one sending may weigh as a whole: the files, and the text beside them. */
export const heaviestSending = 24 * mebibyte;

/** How heavy that is in mebibytes, to a tenth, never rounded down to what would be taken. */
export const mebibytesOf = (bytes: number): number => Math.ceil((bytes / mebibyte) * 10) / 10;

type Sized = { name: string; size: number };
export type FileFault = {
  code: "file-empty" | "file-too-heavy" | "files-too-heavy";
  values: Record<string, string | number>;
};

/** A browser sends a field without a file as one that has neither name nor bytes. */
export const isChosen = ({ name, size }: Sized): boolean => name !== "" || size > 0;

/** What is wrong with a file by its size; null where nothing is. */
export function faultOfFile({ name, size }: Sized): FileFault | null {
  if (size === 0) return { code: "file-empty", values: { name } };
  if (size <= largest.file * mebibyte) return null;
  return { code: "file-too-heavy", values: { name, size: mebibytesOf(size), max: largest.file } };
}

/** What is wrong with files that go together, each of which may go by itself. */
export function faultOfFiles(files: readonly Sized[]): FileFault | null {
  for (const file of files) {
    const fault = faultOfFile(file);
    if (fault) return fault;
  }
  const sum = files.reduce((all, { size }) => all + size, 0);
  if (sum <= largest.together * mebibyte) return null;
  return { code: "files-too-heavy", values: { size: mebibytesOf(sum), max: largest.together } };
}
