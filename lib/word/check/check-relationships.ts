import type { PackageParts } from '../package/rezip';
import { visitXml } from '../package/visit-xml';
import type { PackageFinding } from './package-finding';

/** What the file reaches for outside of itself: content and templates that it would load are errors, links to inner networks are warnings. */
export function checkRelationships(parts: PackageParts): readonly PackageFinding[] {
  const findings: PackageFinding[] = [];
  for (const [part, bytes] of Object.entries(parts)) {
    if (!part.endsWith('.rels')) continue;
    visitXml(bytes, {
      open: ({ name, attributes }) => {
        if (name !== 'Relationship' || attributes.TargetMode !== 'External') return;
        const kind = (attributes.Type ?? '').split('/').at(-1) ?? '';
        const target = attributes.Target ?? '';
        if (kind !== 'hyperlink') {
          findings.push({
            severity: 'error',
            code: 'external-content',
            part,
            message: `The file loads its ${kind} from elsewhere: ${target.slice(0, 120)}.`,
          });
        } else if (!isPublic(target)) {
          findings.push({
            severity: 'warning',
            code: 'local-link',
            part,
            message: `A link leads to no public address: ${target.slice(0, 120)}.`,
          });
        }
      },
    });
  }
  return findings;
}

/** http, https or mailto, to a host with a dot in its name; a link within the document begins with "#". */
function isPublic(target: string): boolean {
  return (
    /^(https?:\/\/([^/\s@]+@)?[^/\s:.]+\.[^/\s]+|mailto:[^\s@]+@[^\s@]+\.[^\s@]+|#)/i.test(target) &&
    !/^https?:\/\/(10|127|192\.168)\./i.test(target)
  );
}
