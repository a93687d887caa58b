import type { BuildKind } from '@/lib/word/letter-build';

/** What each file is, in a line. */
export const BUILD_WORDS: Readonly<Record<BuildKind, { readonly label: string; readonly hint: string }>> = {
  clean: { label: 'Clean', hint: 'The letter as it is filed. It carries no author, no comments and no hidden text.' },
  redline: { label: 'Redline', hint: 'Tracked changes against an earlier version, under the name Redline.' },
  review: { label: 'Review', hint: 'Open suggestions as tracked changes, and comments, with their authors. Not to be filed.' },
  public: { label: 'Public', hint: 'Confidential parts are replaced by [Redacted]; nothing of them is in the file.' },
  confidential: { label: 'Confidential', hint: 'With its confidential parts in brackets and the marking on every page.' },
};

export const BUILD_NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(BUILD_WORDS).map(([kind, { label }]) => [kind, label])),
  package: 'Package',
};
