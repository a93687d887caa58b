import { VERSION_OCCASIONS } from '@/lib/review/version-occasion';
import type { VersionSummary } from '@/lib/services/version/list-versions';

/** Whether somebody gave it a name: those are what readers look for; the others are kept for safety. */
export function isNamed(version: Pick<VersionSummary, 'name'>): boolean {
  return version.name !== '';
}

/** "Version 12, Draft for risk", or what it was kept for where it has no name. */
export function versionTitle({ number, name, occasion }: Pick<VersionSummary, 'number' | 'name' | 'occasion'>): string {
  return `Version ${number}, ${name === '' ? VERSION_OCCASIONS[occasion] : name}`;
}

/** Versions in runs of one Eastern day, in the order given. */
export function byDay(versions: readonly VersionSummary[], dayOf: (iso: string) => string): { day: string; versions: VersionSummary[] }[] {
  const days: { day: string; versions: VersionSummary[] }[] = [];
  for (const version of versions) {
    const day = dayOf(version.createdAt);
    const last = days.at(-1);
    if (last?.day === day) last.versions.push(version);
    else days.push({ day, versions: [version] });
  }
  return days;
}
