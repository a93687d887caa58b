/** A line of a plain-text document with what GPO's layout says about it. */
export type TextLine =
  | { readonly kind: 'blank'; readonly line: number }
  | { readonly kind: 'rule'; readonly line: number }
  | { readonly kind: 'page'; readonly line: number; readonly page: string }
  | { readonly kind: 'text'; readonly line: number; readonly indent: number; readonly text: string };

/** Divides a text into lines: page markers, rules and running heads are recognised, NULs and tabs put right. */
export function textLines(text: string, lineOffset: number): TextLine[] {
  const lines: TextLine[] = [];
  let inRunningHead = false;
  for (const [index, source] of text.split(/\r\n|\n|\r|\f/).entries()) {
    const line = index + 1 + lineOffset;
    const written = source.replaceAll('\u0000', '').replaceAll('\t', '    ').trimEnd();
    const bare = written.trim();
    const page = bare.match(/^\[\[Page ([A-Za-z]?\d+)\]\]$/)?.[1];
    if (page) lines.push({ kind: 'page', line, page });
    else if (bare === '') lines.push({ kind: 'blank', line });
    else if (/^(?:-{10,}|={10,}|_{10,})$/.test(bare)) lines.push({ kind: 'rule', line });
    else if (
      isRunningHead(bare) ||
      (inRunningHead && /^(?:and )?(?:Proposed )?(?:Rules|Regulations|Notices)(?: and Regulations)?$/.test(bare))
    ) {
      inRunningHead = true;
      lines.push({ kind: 'blank', line });
      continue;
    } else lines.push({ kind: 'text', line, indent: written.length - written.trimStart().length, text: bare });
    inRunningHead = false;
  }
  return lines;
}

function isRunningHead(text: string): boolean {
  return /^Federal Register \/ Vol\. \d+/.test(text);
}
