// Files and the clipboard: what leaves the page, without a request to anyone.

const TYPES: Record<string, string> = {
  csv: "text/csv",
  graphml: "application/xml",
  json: "application/json",
  svg: "image/svg+xml",
};
const LONGEST = 80;

/** A file's name that every system takes: no separators, control characters or marks that turn the writing direction. */
export function fileName(title: string, ending: string): string {
  const cleaned = title
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .replace(/^[. ]+/, "");
  const short = [...cleaned].slice(0, LONGEST).join("").replace(/[. ]+$/, "");
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(short.split(".")[0]!);
  return `${reserved ? "_" : ""}${short || "graph"}.${ending}`;
}

/** Save text, or what is a file already, in the reader's download folder. */
export function saveText(content: string | Blob, title: string, ending: string): void {
  const blob = content instanceof Blob ? content : new Blob([content], { type: `${TYPES[ending] ?? "text/plain"};charset=utf-8` });
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName(title, ending);
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the blob only after the click has been handled
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Put text on the clipboard; false where the browser allows neither way. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** The way of browsers that have no clipboard for pages opened from a file. */
function copySelected(text: string): boolean {
  const before = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "offscreen";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
