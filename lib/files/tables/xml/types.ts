/** The value of an attribute by its name (":id" for one of another vocabulary); undefined where the element has none. */
export type Attributes = (name: string) => string | undefined;

/**
 * Hears a part of an office file from its beginning to its end. Names come without the prefix of the root ("w:" in Word); elements of
 * other vocabularies keep theirs.
 */
export type Listener = {
  open: (name: string, attributes: Attributes) => void;
  close: (name: string) => void;
  text: (text: string) => void;
};
