/**
 * Loads each thing once, by what tells it from others, a few at a time: whoever asks for many leaves room for those who ask beside
 * them.
 */
export async function byKey<Key, Value>(
  keys: readonly Key[],
  load: (key: Key) => Promise<Value>,
  atOnce = 4,
): Promise<Map<Key, Value>> {
  const waiting = [...new Set(keys)];
  const loaded = new Map<Key, Value>();
  const work = async (): Promise<void> => {
    for (let key = waiting.shift(); key !== undefined; key = waiting.shift())
      loaded.set(key, await load(key));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return loaded;
}
