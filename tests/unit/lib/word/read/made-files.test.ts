import { describe, expect, it } from 'vitest';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { settleTracked } from '@/lib/letter/tracked/settle-tracked';
import { returned } from '@/tests/support/returned-letter';
import { type MadeWordFile, wordFile } from '@/tests/support/word-file';

const SECTION = 'Sec_00000000000040008000000000000001';
const inSection = (blocks: string) => `<w:bookmarkStart w:id="1" w:name="${SECTION}"/>${blocks}<w:bookmarkEnd w:id="1"/>`;
const p = (runs: string, properties = '') => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
const r = (text: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const BY = 'w:id="9" w:author="Ann" w:date="2026-09-01T10:00:00Z"';

/** The one section of a made file. */
function read(blocks: string, more: MadeWordFile = {}) {
  const document = returned(wordFile({ body: inSection(blocks), ...more }), null);
  return { document, body: document.sections[0]?.body as ProseNode };
}

/** A body as short lines: what each block is and says, with marks in brackets. */
function lines(node: ProseNode, depth = 0): string[] {
  const indent = '  '.repeat(depth);
  if (node.type !== 'paragraph' && node.type !== 'heading') {
    const start = typeof node.attrs?.start === 'number' ? ` from ${node.attrs.start}` : '';
    return [
      ...(node.type === 'doc' ? [] : [`${indent}${node.type}${start}`]),
      ...(node.content ?? []).flatMap((own) => lines(own, node.type === 'doc' ? 0 : depth + 1)),
    ];
  }
  const words = (node.content ?? []).map((own) => {
    const marks = (own.marks ?? []).map(({ type, attrs }) =>
      type === 'link' ? `link ${String(attrs?.href)}` : attrs?.author ? `${type} by ${String(attrs.author)}` : type,
    );
    const text =
      own.type === 'footnote' ? `{${(own.content ?? []).flatMap((inner) => lines(inner)).join(' | ')}}` : (own.text ?? `<${own.type}>`);
    return marks.length > 0 ? `[${marks.join(', ')}: ${text}]` : text;
  });
  const end = node.attrs?.trackedEnd as { kind: string } | undefined;
  return [`${indent}${node.type === 'heading' ? `h${String(node.attrs?.level)} ` : ''}${words.join('')}${end ? ` ¶${end.kind}` : ''}`];
}

const accepted = (body: ProseNode) => plainTextOf(settleTracked(body, 'accept'));
const rejected = (body: ProseNode) => plainTextOf(settleTracked(body, 'reject'));

describe('a file that Word saved again', () => {
  it('reads words through everything that Word puts between them', () => {
    const { document, body } = read(
      `<w:p w:rsidR="00A1" w14:paraId="11111111"><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:proofErr w:type="spellStart"/><w:r w:rsidR="00B2"><w:t>Mar</w:t></w:r>` +
        `<w:r w:rsidRPr="00C3"><w:lastRenderedPageBreak/><w:t xml:space="preserve">gin </w:t></w:r><w:proofErr w:type="spellEnd"/><w:smartTag w:element="place"><w:r><w:t>in New York</w:t></w:r></w:smartTag>` +
        `<w:bookmarkStart w:id="7" w:name="_GoBack"/><w:bookmarkEnd w:id="7"/><w:r><w:noBreakHyphen/><w:t>wide</w:t><w:tab/><w:softHyphen/><w:t>x</w:t><w:br/><w:t>y</w:t></w:r></w:p>`,
    );
    expect(lines(body)).toEqual(['Margin in New York\u2011wide\tx<hardBreak>y']);
    expect(document.notUnderstood).toEqual([]);
  });

  it('knows formatting that is direct, of a character style, and switched off', () => {
    const styles =
      '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>' +
      '<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Loud"><w:name w:val="Loud"/><w:rPr><w:b/></w:rPr></w:style>';
    const { body } = read(
      p(
        r('a', '<w:b/>') +
          r('b', '<w:b w:val="0"/>') +
          r('c', '<w:rStyle w:val="Strong"/>') +
          r('d', '<w:rStyle w:val="Emphasis"/><w:i w:val="false"/>') +
          r('e', '<w:u w:val="single"/>') +
          r('f', '<w:u w:val="none"/><w:strike/>') +
          r('g', '<w:smallCaps/><w:vertAlign w:val="superscript"/>'),
      ) + p(r('h') + r('i', '<w:rStyle w:val="Strong"/>') + r('j', '<w:b/>'), '<w:pStyle w:val="Loud"/>'),
      { styles },
    );
    expect(lines(body)).toEqual(['[bold: a]b[bold: c]d[underline: e][strike: f][smallCaps, superscript: g]', '[bold: h]i[bold: j]']);
  });

  it('knows headings, quotations and lists by the names of their styles, whatever their ids', () => {
    const style = (id: string, name: string, more = '') =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:pPr><w:ind w:left="720"/></w:pPr></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:pPr><w:ind w:left="1440"/></w:pPr></w:lvl></w:abstractNum>' +
      '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>';
    const item = (text: string, level = 0) =>
      p(r(text), `<w:pStyle w:val="P4"/><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="5"/></w:numPr>`);
    const { body, document } = read(
      p(r('Title'), '<w:pStyle w:val="P1"/>') +
        p(r('Part'), '<w:pStyle w:val="P2"/>') +
        p(r('Said so.'), '<w:pStyle w:val="P3"/>') +
        item('one') +
        item('under', 1) +
        item('two') +
        p(r('more'), '<w:pStyle w:val="P4"/><w:ind w:left="720"/>') +
        p(r('after')),
      {
        styles: style('P1', 'heading 1') + style('P2', 'Heading 2') + style('P3', 'Quotations') + style('P4', 'List Paragraph'),
        numbering,
      },
    );
    expect(document.sections[0]?.title).toBe('Title');
    expect(lines(body)).toEqual([
      'h1 Part',
      'blockquote',
      '  Said so.',
      'orderedList from 3',
      '  listItem',
      '    one',
      '    bulletList',
      '      listItem',
      '        under',
      '  listItem',
      '    two',
      '    more',
      'after',
    ]);
  });

  it('reads links of relationships and of fields, and tells of those that a letter cannot have', () => {
    const { document, body } = read(
      p(
        `<w:hyperlink r:id="l1">${r('one', '<w:rStyle w:val="Hyperlink"/>')}</w:hyperlink>` +
          '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.example/x" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
          `${r('two')}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:hyperlink r:id="l2">${r('three')}</w:hyperlink><w:hyperlink w:anchor="_Ref1">${r('four')}</w:hyperlink>`,
      ),
      {
        styles:
          '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>',
        relationships:
          '<Relationship Id="l1" Type="x/hyperlink" Target="https://a.example/" TargetMode="External"/><Relationship Id="l2" Type="x/hyperlink" Target="file:///c:/x" TargetMode="External"/>',
      },
    );
    expect(lines(body)).toEqual(['[link https://a.example/: one][link https://b.example/x: two]threefour']);
    expect(document.fields).toEqual([{ instruction: 'HYPERLINK "https://b.example/x"', text: 'two' }]);
    expect(document.notUnderstood.map(({ what }) => what)).toEqual(['a link to an address that a letter cannot have: file:///c:/x']);
  });

  it('reads cells that span, head rows, and rows that came', () => {
    const tc = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text === '' ? '' : r(text))}</w:tc>`;
    const { body } = read(
      `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${tc('a', '<w:gridSpan w:val="2"/>')}${tc('b')}</w:tr>` +
        `<w:tr>${tc('c', '<w:vMerge w:val="restart"/>')}${tc('d')}${tc('e')}</w:tr>` +
        `<w:tr><w:trPr><w:ins ${BY}/></w:trPr>${tc('', '<w:vMerge/>')}${tc('f')}${tc('g')}</w:tr></w:tbl>`,
    );
    const cells = body.content?.[0]?.content?.map((row) => [
      row.attrs?.tracked ? 'new' : 'old',
      ...(row.content ?? []).map(({ type, attrs }) => `${type} ${String(attrs?.colspan)}x${String(attrs?.rowspan)}`),
    ]);
    expect(cells).toEqual([
      ['old', 'tableHeader 2x1', 'tableHeader 1x1'],
      ['old', 'tableCell 1x2', 'tableCell 1x1', 'tableCell 1x1'],
      ['new', 'tableCell 1x1', 'tableCell 1x1'],
    ]);
  });

  it('reads footnotes with all of their paragraphs', () => {
    const footnotes = `<w:footnote w:id="4">${p(`<w:r><w:footnoteRef/></w:r>${r(' See the rule.')}`)}${p(r('And more.'))}</w:footnote>`;
    const { body } = read(p(`${r('Text')}<w:r><w:footnoteReference w:id="4"/></w:r>${r('.')}`), { footnotes });
    expect(lines(body)).toEqual(['Text{See the rule. | And more.}.']);
  });
});

describe('tracked changes', () => {
  it('reads what came and went, by whom', () => {
    const { body, document } = read(
      p(
        `${r('Keep ')}<w:del ${BY}><w:r><w:delText xml:space="preserve">this </w:delText></w:r></w:del><w:ins w:id="3" w:author="Bob" w:date="2026-09-02T00:00:00Z">${r('that ')}</w:ins>` +
          `<w:moveFrom ${BY}>${r('moved ')}</w:moveFrom>${r('end ')}<w:moveTo ${BY}>${r('moved')}</w:moveTo>` +
          `<w:ins w:id="4" w:author="Bob"><w:del ${BY}><w:r><w:delText>gone</w:delText></w:r></w:del></w:ins>`,
      ),
    );
    expect(lines(body)).toEqual([
      'Keep [deleted by Ann: this ][inserted by Bob: that ][deleted by Ann: moved ]end [inserted by Ann: moved][inserted by Bob, deleted by Ann: gone]',
    ]);
    expect([accepted(body), rejected(body)]).toEqual(['Keep that end moved', 'Keep this moved end ']);
    expect(document.authors).toEqual(['Ann', 'Bob']);
  });

  it('reads paragraphs that were parted, joined and taken out', () => {
    const { body } = read(
      p(r('One'), `<w:rPr><w:ins ${BY}/></w:rPr>`) +
        p(r(' two')) +
        p(r('three'), `<w:rPr><w:del ${BY}/></w:rPr>`) +
        p(r(' four')) +
        p(`<w:del ${BY}><w:r><w:delText>five</w:delText></w:r></w:del>`, `<w:rPr><w:del ${BY}/></w:rPr>`) +
        p(r('six')),
    );
    expect(accepted(body).split('\n')).toEqual(['One', ' two', 'three four', 'six']);
    expect(rejected(body).split('\n')).toEqual(['One two', 'three', ' four', 'five', 'six']);
  });

  it('reads formatting and styles that changed', () => {
    const { body } = read(
      p(r('word', `<w:b/><w:rPrChange ${BY}><w:rPr><w:i/></w:rPr></w:rPrChange>`)) +
        p(r('Part'), `<w:pStyle w:val="Heading2"/><w:pPrChange ${BY}><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:pPrChange>`),
    );
    expect(lines(settleTracked(body, 'accept'))).toEqual(['[bold: word]', 'h1 Part']);
    expect(lines(settleTracked(body, 'reject'))).toEqual(['[italic: word]', 'Part']);
  });

  it('tells of changed titles, and reads the title as accepted', () => {
    const { document } = read(p(`${r('Old')}<w:ins ${BY}>${r(' and new')}</w:ins>`, '<w:pStyle w:val="Heading1"/>') + p(r('Text.')));
    expect(document.sections[0]).toMatchObject({ title: 'Old and new', titleBefore: 'Old' });
  });
});

describe('comments', () => {
  const comments = (texts: readonly [string, string, string][]) =>
    texts
      .map(
        ([id, author, text]) =>
          `<w:comment w:id="${id}" w:author="${author}" w:date="2026-09-01T00:00:00Z"><w:p w14:paraId="0000000${id}">${r(text)}</w:p></w:comment>`,
      )
      .join('');

  it('reads threads with replies, where they stand, and whether they are resolved', () => {
    const { document, body } = read(
      p(
        `${r('Before ')}<w:commentRangeStart w:id="1"/><w:commentRangeStart w:id="2"/><w:del ${BY}><w:r><w:delText>not </w:delText></w:r></w:del>${r('these words')}<w:commentRangeEnd w:id="1"/><w:commentRangeEnd w:id="2"/>${r(' after')}`,
      ),
      {
        comments: comments([
          ['1', 'Ann', 'Why?'],
          ['2', 'Bob', 'Because.'],
          ['3', 'Ann', 'Elsewhere.'],
        ]),
        commentsExtended:
          '<w15:commentEx w15:paraId="00000001" w15:done="1"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="1"/><w15:commentEx w15:paraId="00000003" w15:done="0"/>',
      },
    );
    const blockId = body.content?.[0]?.attrs?.id;
    expect(document.threads).toEqual([
      {
        place: { section: 0, blockId, from: 7, to: 18 },
        quote: 'these words',
        resolved: true,
        comments: [
          { author: 'Ann', at: '2026-09-01T00:00:00Z', text: 'Why?' },
          { author: 'Bob', at: '2026-09-01T00:00:00Z', text: 'Because.' },
        ],
      },
      { place: null, quote: '', resolved: false, comments: [{ author: 'Ann', at: '2026-09-01T00:00:00Z', text: 'Elsewhere.' }] },
    ]);
  });
});

describe('what has no place in a letter', () => {
  it.each([
    ['a picture', '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Logo"/></wp:inline></w:drawing></w:r>', 'a picture (Logo)'],
    ['a text box', `<w:r><w:pict><w:txbxContent>${p(r('Boxed'))}</w:txbxContent></w:pict></w:r>`, 'a text box that says “Boxed”'],
    ['hidden text', r('secret', '<w:vanish/>'), 'hidden text, of which the words are kept'],
    ['highlighting', r('look', '<w:highlight w:val="yellow"/>'), 'highlighted text, of which the words are kept'],
    ['a formula', '<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>', 'a formula, of which the characters are kept'],
    ['a sign of a font', '<w:r><w:sym w:font="Webdings" w:char="F0AA"/></w:r>', 'a sign of the font Webdings'],
    ['an element nobody knows', '<w:strange/>', 'the element w:strange'],
  ])('is told: %s', (_, runs, what) => {
    const { document } = read(p(r('Words ') + runs));
    expect(document.notUnderstood.map((own) => own.what)).toEqual([what]);
    expect(document.notUnderstood[0]?.part).toBe('word/document.xml');
  });
});
