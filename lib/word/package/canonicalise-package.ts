import { strFromU8, strToU8, unzipSync } from 'fflate';
import { contentsIndent } from '../write/styles/contents-indent';
import { renumberRelationships } from './renumber-relationships';
import { type PackageParts, rezip } from './rezip';

export interface PackageTitle {
  readonly title: string;
  readonly language: string;
}

/**
 * The package as we let it out: its properties hold the title and nothing of people, machines or times; relationship ids and zip entries are
 * in a fixed order and of a fixed time, embedded workbooks too. Equal content gives equal bytes.
 */
export function canonicalisePackage(bytes: Uint8Array, title: PackageTitle): Uint8Array {
  const parts: PackageParts = unzipSync(bytes);
  dropPart(parts, 'docProps/custom.xml', '_rels/.rels');
  dropPart(parts, 'word/endnotes.xml', 'word/_rels/document.xml.rels');
  parts['docProps/core.xml'] = strToU8(coreProperties(title));
  edit(parts, 'word/document.xml', (xml) => contentsTabs(drawingIds(contentsBookmarks(xml))));
  edit(parts, 'word/settings.xml', settings);
  for (const [path, part] of Object.entries(parts)) {
    if (path.endsWith('.xlsx')) parts[path] = canonicaliseWorkbook(part);
    if (/^word\/charts\/chart\d+\.xml$/.test(path)) edit(parts, path, (xml) => labelsAtTheLowEnd(unseenBase(xml)));
  }
  renumberRelationships(parts);
  return rezip(parts);
}

function canonicaliseWorkbook(bytes: Uint8Array): Uint8Array {
  const parts: PackageParts = unzipSync(bytes);
  renumberRelationships(parts);
  return rezip(parts);
}

function edit(parts: PackageParts, path: string, change: (xml: string) => string): void {
  const part = parts[path];
  if (part !== undefined) parts[path] = strToU8(change(strFromU8(part)));
}

/** Removes a part with its content type, its relationships and the one that leads to it. */
function dropPart(parts: PackageParts, path: string, owner: string): void {
  const name = path.split('/').at(-1) ?? '';
  delete parts[path];
  delete parts[path.replace(name, `_rels/${name}.rels`)];
  edit(parts, '[Content_Types].xml', (xml) => xml.replace(new RegExp(`<Override [^>]*PartName="/${path}"[^>]*/>`), ''));
  edit(parts, owner, (xml) => xml.replace(new RegExp(`<Relationship [^>]*Target="(docProps/)?${name}"[^>]*/>`), ''));
}

function coreProperties({ title, language }: PackageTitle): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:language>${escapeXml(language)}</dc:language></cp:coreProperties>`
  );
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The library counts the bookmarks of headings through all files of a process: here they are counted through this one. */
function contentsBookmarks(xml: string): string {
  const names = new Map<string, string>();
  const ids = new Map<string, string>();
  for (const [start] of xml.matchAll(/<w:bookmarkStart [^>]*\/>/g)) {
    const name = /w:name="(_Toc\d+)"/.exec(start)?.[1];
    const id = /w:id="(\d+)"/.exec(start)?.[1];
    if (name === undefined || id === undefined) continue;
    names.set(name, `_Toc${names.size + 1}`);
    ids.set(id, String(ids.size + 1));
  }
  return xml
    .replace(/(w:name="|w:anchor="|PAGEREF )(_Toc\d+)\b/g, (_, head: string, name: string) => `${head}${names.get(name) ?? name}`)
    .replace(/(<w:bookmark(?:Start|End) [^>]*w:id=")(\d+)"/g, (_, head: string, id: string) => `${head}${ids.get(id) ?? id}"`);
}

/**
 * An entry's text starts at its style's indent. The library measures a stop for every number; it is kept only for numbers that are wider than
 * the indent, such as "XXXVIII.".
 */
function contentsTabs(xml: string): string {
  return xml.replace(
    /(<w:pStyle w:val="TOC(\d)"\/><w:tabs>)<w:tab w:val="left" w:pos="(\d+)"\/>/g,
    (whole, head: string, level: string, stop: string) => (Number(stop) > contentsIndent(Number(level)).left ? whole : head),
  );
}

/** What carries a floating bar is not drawn: the library has no colour that is none, so it is told white. */
function unseenBase(xml: string): string {
  return xml.replaceAll('<c:spPr><a:solidFill><a:schemeClr val="lt1"/></a:solidFill>', '<c:spPr><a:noFill/>');
}

/** Names of categories stand at the foot of the plot, where bars that hang below zero do not cover them. */
function labelsAtTheLowEnd(xml: string): string {
  return xml.replace(/<c:catAx>.*?<\/c:catAx>/gs, (axis) => axis.replace('<c:tickLblPos val="nextTo"/>', '<c:tickLblPos val="low"/>'));
}

/** Drawings are counted through the process as well. */
function drawingIds(xml: string): string {
  let last = 0;
  return xml.replace(/(<wp:docPr id=")\d+"/g, (_, head: string) => {
    last += 1;
    return `${head}${last}"`;
  });
}

function settings(xml: string): string {
  return xml.replace('<w:displayBackgroundShape/>', '').replace('</w:settings>', '<w:themeFontLang w:val="en-US"/></w:settings>');
}
