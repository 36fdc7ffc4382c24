/** A photograph that proves an answer. `caption` says what it shows; empty where nobody has said. */
export type Photo = { id: string; questionCode: string; sha256: string; fileName: string; caption: string };

/** A photograph that stands among the answers and is not in the signed minutes, with the receipt under which it came. */
export type OutsidePhoto = Pick<Photo, "questionCode" | "sha256"> & {
  /** It came after people had signed; before that, only the device on which they signed did not know of it. */
  late: boolean;
  receiptNo: string;
  receivedAt: Date;
};
