/** Where a part's relationships stand: "word/_rels/document.xml.rels"; of the package as a whole for ''. */
export function relationshipsPath(part: string): string {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

/** The path of a relationship's target, which is written from its part's folder or from the package's root. */
export function targetPath(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const folder = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') folder.pop();
    else if (step !== '.') folder.push(step);
  }
  return folder.join('/');
}
