import { escaped } from './xml-text';

export interface PackageTitle {
  readonly title: string;
  readonly language: string;
}

/** A file's properties: its title and language, and nothing of people, machines or times. */
export function coreProperties({ title, language }: PackageTitle): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escaped(title)}</dc:title><dc:language>${escaped(language)}</dc:language></cp:coreProperties>`
  );
}
