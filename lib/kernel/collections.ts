/** The items of each key, in their order. (Map.groupBy, for the Node versions that lack it.) */
export function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** These fields of it, and no other. */
export const pick = <Whole, Name extends keyof Whole>(
  whole: Whole,
  names: readonly Name[],
): { [Each in Name]: Whole[Each] } =>
  Object.fromEntries(names.map((name) => [name, whole[name]])) as { [Each in Name]: Whole[Each] };

/** What was asked for at once, each under the name that it was asked by. */
export async function allOf<Asked extends Record<string, unknown>>(
  asked: Asked,
): Promise<{ [Name in keyof Asked]: Awaited<Asked[Name]> }> {
  const names = Object.keys(asked);
  const known = await Promise.all(Object.values(asked));
  return Object.fromEntries(names.map((name, index) => [name, known[index]])) as {
    [Name in keyof Asked]: Awaited<Asked[Name]>;
  };
}
