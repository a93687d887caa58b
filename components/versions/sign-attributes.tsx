import { createElement, type ReactNode } from 'react';
import { easternInstant } from '@/components/ui/eastern-time';
import type { RedlineSign, Sign } from './marked-node';

const CLASSES: Readonly<Record<RedlineSign['kind'], string>> = {
  inserted: 'redline-in',
  deleted: 'redline-out',
  'moved-here': 'redline-here',
  'moved-away': 'redline-away',
  changed: 'redline-form',
  reformatted: 'redline-form',
};

const LABELS: Readonly<Record<RedlineSign['kind'], string>> = {
  inserted: '',
  deleted: '',
  'moved-here': 'moved here',
  'moved-away': 'moved from here',
  changed: 'changed',
  reformatted: 'changed',
};

/** What is written on an element for a sign; a reader jumps from change to change by `data-change`. */
export function signAttributes(signs: readonly Sign[] | undefined): Record<string, string | number> {
  const redline = (signs ?? []).filter((sign) => sign.kind !== 'author');
  const first = redline[0];
  if (!first) return {};
  return {
    className: redline.map(({ kind }) => CLASSES[kind]).join(' '),
    'data-change': first.change,
    'data-topics': [...new Set(redline.flatMap(({ topics }) => topics))].join(' '),
  };
}

/** What a sign on a block says in words; nothing where the text itself shows it. */
export function signLabel(signs: readonly Sign[] | undefined, tag: 'p' | 'span'): ReactNode {
  const words = (signs ?? []).flatMap((sign) => (sign.kind === 'author' ? [] : [sign.words ?? LABELS[sign.kind]])).filter(Boolean);
  return words.length > 0 ? createElement(tag, { className: 'redline-label' }, words.join('; '), ' ') : null;
}

/** A stretch of a sentence with its signs around it. */
export function InlineSigns({ signs, children }: { signs: readonly Sign[] | undefined; children: ReactNode }) {
  return (signs ?? []).reduceRight<ReactNode>((content, sign) => {
    if (sign.kind === 'author') {
      return (
        <span className="authored" data-hue={sign.hue} title={sign.at === null ? sign.name : `${sign.name}, ${easternInstant(sign.at)}`}>
          {sign.label ? <span className="authored-name">{sign.label}</span> : null}
          {content}
        </span>
      );
    }
    const tag = sign.kind === 'inserted' ? 'ins' : sign.kind === 'deleted' || sign.kind === 'moved-away' ? 'del' : 'span';
    return createElement(tag, { ...signAttributes([sign]), ...(sign.words ? { title: sign.words } : {}) }, content);
  }, children);
}
