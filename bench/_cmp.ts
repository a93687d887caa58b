import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
const squeezed = (t: string) => t.replace(/\s+/g, '');
const esc = (t: string) => t.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
for (const path of process.argv.slice(2)) {
  execFileSync('soffice', ['-env:UserInstallation=file:///tmp/lay/prof', '--headless', '--convert-to', 'pdf', '--outdir', '/tmp/lay', path], { stdio: 'ignore' });
  const pdf = path.replace(/\.docx$/, '.pdf');
  const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1e9 }).split('\f').slice(0, -1);
  const body = strFromU8(unzipSync(readFileSync(path))['word/document.xml']!);
  const entries = [...body.matchAll(/<w:p><w:pPr><w:pStyle w:val="TOC\d"\/>.*?<\/w:p>/g)].map(([e]) => { const t = [...e.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(m => m[1]!.replaceAll('&amp;', '&')); return { heading: t.at(-2)!, page: Number(t.at(-1)) }; });
  const lines = pages.flatMap((t, i) => t.split('\n').filter(l => !/\.{4,}\s*\d+\s*$/.test(l)).map(l => ({ line: squeezed(l), page: i + 1 })));
  let from = 0, right = 0; const wrong: string[] = [];
  for (const { heading, page } of entries) {
    const w = squeezed(heading).slice(0, 55); const k = lines.findIndex(({ line }, i) => i >= from && new RegExp(`^([IVXL]+\\.|[A-Z]\\.|[0-9.]+|[a-z]\\.|Annex[A-Z])?${esc(w)}`).test(line));
    const real = k < 0 ? null : lines[k]!.page; if (k >= 0) from = k + 1;
    if (real === page) right++; else wrong.push(`${heading.slice(0, 40)}: ${page} LO ${real}`);
  }
  console.log(path.split('/').pop(), pages.length, 'pages;', right, 'of', entries.length, 'right'); wrong.slice(0, 12).forEach(w => console.log('   ', w));
}
