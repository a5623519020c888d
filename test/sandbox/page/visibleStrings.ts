/**
 * The strings in a script of the page that somebody would see or hear: children of `el(...)`, and what is said by attributes and
 * properties that show or announce words. A guess by how the scripts are written, not a reading of the language.
 */
export function visibleStrings(script: string): readonly string[] {
  const code = withoutComputed(script.replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$|[!=]== "[^"]*"/gm, ""));
  return [
    ...childrenOf(code),
    ...spoken.flatMap((pattern) => [...code.matchAll(pattern)].map((found) => found[1] ?? "")),
  ].filter((words) => /\p{L}/u.test(words));
}

const literal = String.raw`(?:[^",()]+ \? )?["\x60]([^"\x60]*)["\x60]`;
const said = "aria-label|aria-description|aria-roledescription|aria-valuetext|placeholder|title|alt";
const spoken: readonly RegExp[] = [
  new RegExp(String.raw`"?\b(?:${said})"?: ${literal}`, "g"),
  new RegExp(String.raw`setAttribute\("(?:${said})", ${literal}`, "g"),
  new RegExp(String.raw`\.(?:textContent|innerText|title|placeholder|alt|ariaLabel) = ${literal}`, "g"),
  new RegExp(String.raw`\.(?:append|prepend|replaceChildren|createTextNode)\(${literal}`, "g"),
];

/** The literals among the children of every element, not those inside further calls. */
function childrenOf(code: string): readonly string[] {
  return [...code.matchAll(/\bel\(/g)].flatMap((call) => {
    const [, , ...children] = argumentsAt(code.slice(call.index + call[0].length));
    return children.flat();
  });
}

/** For each argument of a call, from behind its opening bracket, the literals that do not stand in brackets of their own. */
function argumentsAt(code: string): readonly (readonly string[])[] {
  let last: string[] = [];
  const found = [last];
  let depth = 0;
  for (const [sign] of code.matchAll(/"[^"]*"|`[^`]*`|[()[\]{},]/g)) {
    if (sign.length > 1) {
      if (depth === 0) last.push(sign.slice(1, -1));
    } else if ("([{".includes(sign)) depth += 1;
    else if (")]}".includes(sign)) depth -= 1;
    else if (depth === 0) {
      last = [];
      found.push(last);
    }
    if (depth < 0) return found;
  }
  return found;
}

/** Templates without what is computed in them. */
function withoutComputed(code: string): string {
  const left = code.replaceAll(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, "");
  return left === code ? left : withoutComputed(left);
}
