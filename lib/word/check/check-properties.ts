import type { PackageParts } from '../package/rezip';
import { visitXml } from '../package/visit-xml';
import type { PackageFinding } from './package-finding';

/** Properties that name people, and as what. */
const PEOPLE: Readonly<Record<string, string>> = { creator: 'as author', lastModifiedBy: 'as last author', Manager: 'as manager' };
/** Properties that tell of a firm, a machine or the work on the file. */
const TRACES: Readonly<Record<string, string>> = {
  Company: 'company',
  Template: 'template',
  TotalTime: 'editing time',
  revision: 'revision count',
  created: 'time of creation',
  modified: 'time of the last change',
  lastPrinted: 'time of printing',
  keywords: 'keywords',
  description: 'comments in the properties',
  category: 'category',
  contentStatus: 'status',
};

/** What a file's properties tell of people, firms and machines: names are errors, other traces are warnings. */
export function checkProperties(parts: PackageParts): readonly PackageFinding[] {
  const findings: PackageFinding[] = [];
  for (const part of ['docProps/core.xml', 'docProps/app.xml']) {
    const values = new Map<string, string>();
    visitXml(parts[part] ?? new Uint8Array(), {
      text: (text, path) => {
        const name = path.at(-1) ?? '';
        values.set(name, `${values.get(name) ?? ''}${text}`.trim());
      },
    });
    for (const [name, value] of values) {
      if (value === '' || (name === 'TotalTime' && value === '0')) continue;
      if (PEOPLE[name] !== undefined) {
        findings.push({
          severity: 'error',
          code: 'names-in-properties',
          part,
          message: `The properties name somebody ${PEOPLE[name]}: "${value.slice(0, 80)}".`,
        });
      } else if (TRACES[name] !== undefined) {
        findings.push({
          severity: 'warning',
          code: 'traces-in-properties',
          part,
          message: `The properties tell the ${TRACES[name]}: "${value.slice(0, 80)}".`,
        });
      }
    }
  }
  return [...findings, ...checkCustomProperties(parts)];
}

function checkCustomProperties(parts: PackageParts): readonly PackageFinding[] {
  const part = 'docProps/custom.xml';
  const names: string[] = [];
  visitXml(parts[part] ?? new Uint8Array(), {
    open: ({ name, attributes }) => {
      if (name === 'property') names.push(attributes.name ?? '');
    },
  });
  if (names.length === 0) return [];
  return [
    { severity: 'error', code: 'custom-properties', part, message: `The file has custom properties: ${names.slice(0, 10).join(', ')}.` },
  ];
}
