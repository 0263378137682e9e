"""What may not be on a page, in any look."""

import re

# A key where its text should stand, and what Swift writes of a value that nobody worded.
UNWORDED = re.compile(
    r"\b(?:page|published|open-data|general)\.[a-z][a-z0-9-]*\.[a-z0-9.-]+|Optional\(|\bnil\b|\bnan\b|\{[a-z-]+\}"
)

# Words that are only one of the two languages, and too common to be absent from a page left untranslated.
OTHER = {
    "nl": re.compile(r"\b(?:the|and|which|with)\b"),
    "en": re.compile(r"\b(?:het|een|niet|wordt|zijn)\b"),
}

# Runs in the page: what sticks out of the window, and text that is cut off by its box.
WIDTH = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth + 1) return [];
  const wide = [...document.querySelectorAll('body *')].filter(e => {
    if (e.closest('.scroll, [role=region]')) return false;
    return e.getBoundingClientRect().right > root.clientWidth + 1;
  });
  return wide.slice(0, 3).map(e => e.tagName.toLowerCase() + '.' + e.getAttribute('class'))
    .concat(wide.length ? [] : ['the page as a whole']);
}"""

# Text of a drawing that lies outside of it: half a label is no label.
CUT = """() => [...document.querySelectorAll('svg[role=img]')].flatMap(svg => {
  const box = svg.getBoundingClientRect();
  if (!box.width) return [];
  return [...svg.querySelectorAll('text')].filter(t => {
    const r = t.getBoundingClientRect();
    return r.width && (r.left < box.left - 2 || r.right > box.right + 2
      || r.top < box.top - 3 || r.bottom > box.bottom + 3);
  }).map(t => t.textContent);
}).slice(0, 5)"""

# Two labels of one drawing that lie over each other.
OVER = """() => [...document.querySelectorAll('svg[role=img]')].flatMap(svg => {
  const texts = [...svg.querySelectorAll('text')]
    .map(t => [t.textContent.trim(), t.getBoundingClientRect()]).filter(([s, r]) => s && r.width);
  const found = [];
  for (let i = 0; i < texts.length; i++) for (let j = i + 1; j < texts.length; j++) {
    const [a, p] = texts[i], [b, q] = texts[j];
    const x = Math.min(p.right, q.right) - Math.max(p.left, q.left);
    const y = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
    if (x > 3 && y > 5) found.push(a + ' | ' + b);
  }
  return found;
}).slice(0, 5)"""

# Fictive figures are said to be so on every page that shows any.
HELP = ["112", "0800-2000", "0800-0188", "0800-0432"]


def words(page, language):
    """Faults in the text of a page: what was not worded, not translated, or is missing."""
    text = page.evaluate("document.body.innerText")
    found = [f"not worded: {one!r}" for one in sorted(set(UNWORDED.findall(text)))]
    own = page.evaluate(
        "() => { const b = document.body.cloneNode(true);"
        " b.querySelectorAll('[lang], code, cite').forEach(e => e.remove()); return b.textContent }"
    )
    other = OTHER[language].findall(own)
    if len(other) > 5:
        found.append(f"{len(other)} words of the other language, as {sorted(set(other))}")
    found += [f"no help line {line}" for line in HELP if line not in text]
    if page.evaluate("document.documentElement.lang") != language:
        found.append(f"the page does not say that it is in {language!r}")
    if not page.evaluate("document.querySelectorAll('a[rel~=noreferrer]').length"):
        found.append("no way to leave at once")
    return found


def shape(page):
    """Faults in the drawing: what sticks out, is cut off, or lies over something else."""
    found = [f"wider than the window: {one}" for one in page.evaluate(WIDTH)]
    found += [f"outside of its drawing: {one!r}" for one in page.evaluate(CUT)]
    return found + [f"over each other: {one!r}" for one in page.evaluate(OVER)]
