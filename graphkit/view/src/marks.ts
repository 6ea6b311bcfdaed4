// Where a text is marked: mentions and the sentence that a reader came for, cut into runs that can stand one after another.

export interface Mention {
  start: number;
  end: number;
  node: number;
}

export interface Run {
  text: string;
  /** The node that the run names; null where it names none. */
  node: number | null;
  /** Whether the run is in the sentence that is looked for. */
  inSentence: boolean;
}

export type Span = readonly [start: number, end: number];

/** Mentions in order and apart: of those that overlap the first is kept, the longer where two begin together; those outside the text are left out. */
export function apart(mentions: readonly Mention[], length: number): Mention[] {
  const inside = mentions.filter(({ start, end }) => Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= length);
  inside.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Mention[] = [];
  let at = 0;
  for (const mention of inside) {
    if (mention.start < at) continue;
    kept.push(mention);
    at = mention.end;
  }
  return kept;
}

/** The paragraphs of a text, each as runs; empty lines are left out. */
export function paragraphs(text: string, mentions: readonly Mention[], sentence: Span | null): Run[][] {
  const kept = apart(mentions, text.length);
  const found: Run[][] = [];
  let next = 0;
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    const from = line.index;
    const to = from + line[0].length;
    while (next < kept.length && kept[next]!.end <= from) next++;
    if (line[0].trim()) found.push(runs(text, [from, to], kept, next, sentence));
  }
  return found;
}

/** A paragraph cut wherever a mention or the sentence begins or ends. */
function runs(text: string, [from, to]: Span, mentions: readonly Mention[], first: number, sentence: Span | null): Run[] {
  const here: Mention[] = [];
  for (let place = first; place < mentions.length && mentions[place]!.start < to; place++) here.push(mentions[place]!);
  const cuts = new Set([from, to]);
  for (const at of [...here.flatMap(({ start, end }) => [start, end]), ...(sentence ?? [])]) if (at > from && at < to) cuts.add(at);
  const places = [...cuts].sort((a, b) => a - b);
  let next = 0;
  return places.slice(1).map((end, place) => {
    const start = places[place]!;
    while (next < here.length && here[next]!.end <= start) next++;
    const mention = here[next];
    return {
      text: text.slice(start, end),
      node: mention && mention.start <= start ? mention.node : null,
      inSentence: sentence !== null && sentence[0] <= start && end <= sentence[1],
    };
  });
}

/** Where a sentence stands in a text: as it is, else with its white space aside; null where it does not stand there. */
export function findSentence(text: string, sentence: string): Span | null {
  if (!sentence.trim()) return null;
  const at = text.indexOf(sentence);
  if (at >= 0) return [at, at + sentence.length];
  const { compact, places } = withoutSpace(text);
  const wanted = sentence.replaceAll(/\s/g, "");
  const found = compact.indexOf(wanted);
  return found < 0 ? null : [places[found]!, places[found + wanted.length - 1]! + 1];
}

function withoutSpace(text: string): { compact: string; places: number[] } {
  const places: number[] = [];
  let compact = "";
  for (let place = 0; place < text.length; place++) {
    const unit = text[place]!;
    if (/\s/.test(unit)) continue;
    compact += unit;
    places.push(place);
  }
  return { compact, places };
}
