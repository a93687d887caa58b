/**
 * A small model of a Federal Register document and how each of its forms writes it, so that a test states a document once.
 * In the texts `*words*` are italic, `[^1]` is the mark of footnote 1, and `{{990002}}` is the beginning of a printed page.
 */
export interface RegisterDocument {
  readonly number: string;
  readonly volume: number;
  readonly pages: readonly [number, number];
  readonly published: string;
  readonly publishedInWords: string;
  readonly filed: string;
  readonly title: string;
  readonly agencies: readonly string[];
  readonly cfr: readonly string[];
  readonly docket: string;
  readonly docketIds: readonly string[];
  readonly rins: readonly string[];
  readonly action: string;
  readonly summary: string;
  readonly dates: string;
  readonly commentsClose: string | null;
  readonly addresses: readonly string[];
  readonly contact: string;
  readonly body: readonly BodyPart[];
}

export type BodyPart =
  | { readonly heading: string; readonly level: number }
  | { readonly paragraph: string }
  | { readonly footnote: string; readonly text: string };

const INLINE = /\*([^*]+)\*|\[\^(\d+)\]|\{\{(\d+)\}\}/g;

interface InlineForms {
  readonly escape: (text: string) => string;
  readonly italic: (text: string) => string;
  readonly mark: (mark: string) => string;
  readonly page: (page: string) => string;
}

function inline(text: string, forms: InlineForms): string {
  let result = '';
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, italic, mark, page] = match;
    result += forms.escape(text.slice(from, match.index));
    if (italic) result += forms.italic(forms.escape(italic));
    if (mark) result += forms.mark(mark);
    if (page) result += forms.page(page);
    from = match.index + whole.length;
  }
  return result + forms.escape(text.slice(from));
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const XML: InlineForms = {
  escape: (text) => escapeMarkup(text).replaceAll('—', '&#x2014;').replaceAll('§', '&#xA7;'),
  italic: (text) => `<E T="03">${text}</E>`,
  mark: (mark) => `<SU>${mark}</SU><FTREF/>`,
  page: (page) => `<PRTPAGE P="${page}"/>`,
};

/** One document as federalregister.gov and govinfo give it in XML. */
export function asXml(document: RegisterDocument): string {
  const p = (text: string) => `<P>${inline(text, XML)}</P>`;
  const labelled = (name: string, label: string, texts: readonly string[]) =>
    `    <${name}>\n      <HD SOURCE="HED">${label}:</HD>\n${texts.map((text) => `      ${p(text)}`).join('\n')}\n    </${name}>`;
  const body = document.body.map((part) => {
    if ('heading' in part) return `    <HD SOURCE="HD${part.level}">${inline(part.heading, XML)}</HD>`;
    if ('paragraph' in part) return `    ${p(part.paragraph)}`;
    return `    <FTNT>\n      <P><SU>${part.footnote}</SU> ${inline(part.text, XML)}</P>\n    </FTNT>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<PRORULE>
  <PREAMB>
    <PRTPAGE P="${document.pages[0]}"/>
${document.agencies.map((agency) => `    <AGENCY TYPE="S">${agency.toUpperCase()}</AGENCY>`).join('\n')}
${document.cfr.map((part) => `    <CFR>${part}</CFR>`).join('\n')}
    <DEPDOC>${document.docket}</DEPDOC>
${document.rins.map((rin) => `    <RIN>RIN ${rin}</RIN>`).join('\n')}
    <SUBJECT>${inline(document.title, XML)}</SUBJECT>
${labelled('AGY', 'AGENCY', [`${document.agencies.join('; ')}.`])}
${labelled('ACT', 'ACTION', [`${document.action}.`])}
${labelled('SUM', 'SUMMARY', [document.summary])}
${labelled('DATES', 'DATES', [document.dates])}
${labelled('ADD', 'ADDRESSES', document.addresses)}
${labelled('FURINF', 'FOR FURTHER INFORMATION CONTACT', [document.contact])}
  </PREAMB>
  <SUPLINF>
    <HD SOURCE="HED">SUPPLEMENTARY INFORMATION:</HD>
${body.join('\n')}
    <SIG>
      <NAME>Nobody in particular,</NAME>
      <TITLE>Secretary.</TITLE>
    </SIG>
  </SUPLINF>
  <FRDOC>[FR Doc. ${document.number} Filed ${document.filed}; 8:45 am]</FRDOC>
  <BILCOD>BILLING CODE 0000-00-P</BILCOD>
</PRORULE>
`;
}

const HTML = (page: number): InlineForms => ({
  escape: escapeMarkup,
  italic: (text) => `<em>${text}</em>`,
  mark: (mark) => `<sup>[<a class="footnote-reference" href="#footnote-${mark}-p${page}" id="citation-${mark}-p${page}">${mark}</a>]</sup>`,
  page: (marker) =>
    `<span class="printed-page-wrapper unprinted-element-wrapper"><span class="printed-page" id="page-${marker}" data-page="${marker}">Start Printed Page ${marker}</span></span>`,
});

/** The document's text as `body_html_url` gives it: headings one below those of the head, notes after their paragraph. */
export function asHtml(document: RegisterDocument): string {
  const forms = HTML(document.pages[0]);
  const p = (text: string, index: number) => `<p id="p-${index}" data-page="${document.pages[0]}">${inline(text, forms)}</p>`;
  const labelled = (label: string, texts: readonly string[]) => `<h1>${label}:</h1>\n${texts.map(p).join('\n')}`;
  const body = document.body.map((part, index) => {
    if ('heading' in part) return `<h${part.level + 1} id="h-${index}">${inline(part.heading, forms)}</h${part.level + 1}>`;
    if ('paragraph' in part) return p(part.paragraph, index);
    const id = `${part.footnote}-p${document.pages[0]}`;
    return `<div class="footnote" id="footnote-${id}"><p> ${part.footnote}. ${inline(part.text, forms)} <a class="back" href="#citation-${id}">Back to Citation</a></p></div>`;
  });
  return `<!DOCTYPE html>
<html lang="en">
<head><title>Federal Register</title><script>document.title = "1. Should this be read?";</script></head>
<body>
<nav><ul><li>Home</li><li>Sections</li></ul></nav>
<div class="document">
<p class="agencies">${document.agencies.map((agency) => agency.toUpperCase()).join('</p>\n<p class="agencies">')}</p>
${document.cfr.map((part) => `<p>${part}</p>`).join('\n')}
<p>${document.docket}</p>
${document.rins.map((rin) => `<p>RIN ${rin}</p>`).join('\n')}
<p class="subject">${inline(document.title, forms)}</p>
${labelled('AGENCY', [`${document.agencies.join('; ')}.`])}
${labelled('ACTION', [`${document.action}.`])}
${labelled('SUMMARY', [document.summary])}
${labelled('DATES', [document.dates])}
${labelled('ADDRESSES', document.addresses)}
${labelled('FOR FURTHER INFORMATION CONTACT', [document.contact])}
<h1>SUPPLEMENTARY INFORMATION:</h1>
${body.join('\n')}
</div>
</body>
</html>
`;
}

const TEXT: InlineForms = {
  escape: (text) => text.replaceAll('“', '``').replaceAll('”', "''").replaceAll('—', '--').replaceAll('§ ', 'Sec.  '),
  italic: (text) => text,
  mark: (mark) => `\\${mark}\\`,
  page: (page) => `⟦${page}⟧`,
};

const COLUMNS = 72;
const DASHES = '-'.repeat(75);

/** A paragraph in 72 columns; a printed page begins between two of its lines. */
function wrapped(text: string, indent: string): string {
  const lines: string[] = [];
  let line = indent;
  const pages: string[] = [];
  const bare = text.replace(/⟦(\d+)⟧/g, (_, page: string) => {
    pages.push(page);
    return '';
  });
  for (const word of bare.split(/\s+/).filter((part) => part !== '')) {
    if (line.trim() !== '' && line.length + 1 + word.length > COLUMNS) {
      lines.push(line);
      line = word;
    } else line = line.trim() === '' ? line + word : `${line} ${word}`;
  }
  lines.push(line);
  for (const page of pages) lines.splice(Math.min(1, lines.length - 1), 0, `\n[[Page ${page}]]\n`);
  return lines.join('\n');
}

/** The document as GPO's plain text. */
export function asText(document: RegisterDocument): string {
  const p = (text: string) => wrapped(inline(text, TEXT), '    ');
  const flush = (text: string) => wrapped(inline(text, TEXT), '');
  const body = document.body.map((part) => {
    if ('heading' in part) return flush(part.heading);
    if ('paragraph' in part) return p(part.paragraph);
    return `${DASHES}\n\n${wrapped(`\\${part.footnote}\\ ${inline(part.text, TEXT)}`, '    ')}\n${DASHES}`;
  });
  return `[Federal Register Volume ${document.volume}, Number 1 (${document.publishedInWords})]
[Proposed Rules]
[Pages ${document.pages[0]}-${document.pages[1]}]
From the Federal Register Online via the Government Publishing Office [www.gpo.gov]
[FR Doc No: ${document.number}]

========================================================================
Proposed Rules
                                                Federal Register
========================================================================

Federal Register / Vol. ${document.volume}, No. 1 / ${document.publishedInWords} /
Proposed Rules

[[Page ${document.pages[0]}]]

${document.agencies.map((agency) => agency.toUpperCase()).join('\n\n')}

${document.cfr.join('\n\n')}

${document.docket}

${document.rins.map((rin) => `RIN ${rin}`).join('\n\n')}

${flush(document.title)}

${flush(`AGENCY: ${document.agencies.join('; ')}.`)}

ACTION: ${document.action}.

${DASHES}

${flush(`SUMMARY: ${document.summary}`)}

${flush(`DATES: ${document.dates}`)}

${flush(`ADDRESSES: ${document.addresses[0] ?? ''}`)}
${document.addresses.slice(1).map(p).join('\n')}

${flush(`FOR FURTHER INFORMATION CONTACT: ${document.contact}`)}

SUPPLEMENTARY INFORMATION:

${body.join('\n\n')}

    By the Commissions.
Nobody in particular,
Secretary.
[FR Doc. ${document.number} Filed ${document.filed}; 8:45 am]
BILLING CODE 0000-00-P
`;
}

/** What the API's JSON says of the document; the text is only pointed at. */
export function asApiJson(document: RegisterDocument): string {
  const [year, month, day] = document.published.split('-');
  const files = 'https://www.federalregister.gov/documents/full_text';
  return `${JSON.stringify(
    {
      document_number: document.number,
      title: document.title,
      type: 'Proposed Rule',
      action: `${document.action}.`,
      abstract: document.summary,
      dates: document.dates,
      citation: `${document.volume} FR ${document.pages[0]}`,
      volume: document.volume,
      start_page: document.pages[0],
      end_page: document.pages[1],
      publication_date: document.published,
      comments_close_on: document.commentsClose,
      agencies: document.agencies.map((name) => ({ name, raw_name: name.toUpperCase() })),
      docket_ids: document.docketIds,
      regulation_id_numbers: document.rins,
      cfr_references: document.cfr.map((part) => {
        const [title, , , number] = part.split(' ');
        return { title: Number(title), part: Number(number), chapter: null };
      }),
      full_text_xml_url: `${files}/xml/${year}/${month}/${day}/${document.number}.xml`,
      body_html_url: `${files}/html/${year}/${month}/${day}/${document.number}.html`,
      raw_text_url: `${files}/text/${year}/${month}/${day}/${document.number}.txt`,
      correction_of: null,
      corrections: [],
    },
    null,
    2,
  )}\n`;
}
