/**
 * Works something out once for each value it is worked out of: neither a rulebook nor a part of one ever changes, and each is asked about
 * many times. What belongs to a value that nobody uses any more is forgotten with it.
 */
export function oncePer<Key extends object, Found>(find: (key: Key) => Found): (key: Key) => Found {
  const known = new WeakMap<Key, { readonly found: Found }>();
  return (key) => {
    const kept = known.get(key) ?? { found: find(key) };
    known.set(key, kept);
    return kept.found;
  };
}
