import { EVIDENCE_NAMES } from '@/components/portfolio/evidence-names';
import { canonicalJson } from '@/lib/core/canonical-json';
import type { RunParameters } from '@/lib/margin/impact/run-parameters';
import type { RunDescription, UsedParameterSet } from '@/lib/services/run/run-description';
import { fundingPercent } from './funding-rate';
import { type ChoiceName, DETAIL_TEXTS, PARAMETER_TEXTS } from './parameter-names';

/** What one run was asked to compute differently from another, a sentence each. */
export function descriptionChanges(previous: RunDescription, present: RunDescription): string[] {
  return [
    ...portfolioChanges(previous.portfolio, present.portfolio),
    ...frameworkChanges(previous, present),
    ...parameterChanges(previous.parameters, present.parameters),
    ...setChanges('SIMM pack', previous.simmPack, present.simmPack),
    ...setChanges('Scan parameters', previous.scanParameters, present.scanParameters),
  ];
}

function portfolioChanges(previous: RunDescription['portfolio'], present: RunDescription['portfolio']): string[] {
  const changes: string[] = [];
  if (previous.contentHash !== present.contentHash) {
    changes.push(`Other positions: “${present.name}” of ${present.asOf} in place of “${previous.name}” of ${previous.asOf}.`);
  }
  // runs from before files beside the positions were kept name none
  const [before, now] = [previous.evidence ?? [], present.evidence ?? []];
  for (const [kind, { label: name }] of Object.entries(EVIDENCE_NAMES)) {
    const [old, own] = [before, now].map((files) => files.find((file) => file.kind === kind));
    if (old && !own) changes.push(`${name}: none, where there was “${old.fileName}”.`);
    if (!old && own) changes.push(`${name}: “${own.fileName}”, where there was none.`);
    if (old && own && old.contentHash !== own.contentHash) {
      changes.push(
        `${name}: “${own.fileName}”${own.fileName === old.fileName ? ' with other content' : ` in place of “${old.fileName}”`}.`,
      );
    }
  }
  return changes;
}

function frameworkChanges(previous: RunDescription, present: RunDescription): string[] {
  const [before, now] = [previous.frameworks ?? [], present.frameworks ?? []];
  const nameOf = (id: string) => [...now, ...before].find((framework) => framework.id === id)?.name ?? id;
  const changes: string[] = [];
  if (previous.baseline !== present.baseline)
    changes.push(`Baseline: ${nameOf(present.baseline)} in place of ${nameOf(previous.baseline)}.`);
  const added = present.alternatives.filter((id) => !previous.alternatives.includes(id));
  const removed = previous.alternatives.filter((id) => !present.alternatives.includes(id));
  if (added.length > 0) changes.push(`Alternatives added: ${added.map(nameOf).join(', ')}.`);
  if (removed.length > 0) changes.push(`Alternatives left out: ${removed.map(nameOf).join(', ')}.`);
  for (const framework of now) {
    const old = before.find(({ id }) => id === framework.id);
    if (old && canonicalJson(old) !== canonicalJson(framework)) changes.push(`The framework “${framework.name}” was changed.`);
  }
  return changes;
}

function parameterChanges(previous: RunParameters, present: RunParameters): string[] {
  const changes = (Object.keys(PARAMETER_TEXTS) as ChoiceName[]).flatMap((key) => {
    const { label, values } = PARAMETER_TEXTS[key];
    const word = (parameters: RunParameters) => (values[parameters[key]] ?? parameters[key]).toLowerCase();
    return previous[key] === present[key] ? [] : [`${label}: ${word(present)}, was ${word(previous)}.`];
  });
  const rate = ({ fundingRate }: RunParameters) => (fundingRate ? `${fundingPercent(fundingRate)} %` : 'none');
  if (rate(previous) !== rate(present)) changes.push(`Funding rate: ${rate(present)}, was ${rate(previous)}.`);
  if (previous.lossDays !== present.lossDays) changes.push(`Losses run over ${present.lossDays} days, were over ${previous.lossDays}.`);
  const [before, now] = [previous.details ?? [], present.details ?? []];
  const added = now.filter((detail) => !before.includes(detail)).map((detail) => DETAIL_TEXTS[detail].label);
  const removed = before.filter((detail) => !now.includes(detail)).map((detail) => DETAIL_TEXTS[detail].label);
  if (added.length > 0) changes.push(`Computed too: ${added.join(', ')}.`);
  if (removed.length > 0) changes.push(`No longer computed: ${removed.join(', ')}.`);
  return changes;
}

function setChanges(name: string, previous: UsedParameterSet | null | undefined, present: UsedParameterSet | null | undefined): string[] {
  if (previous?.contentHash === present?.contentHash) return [];
  const word = (set: UsedParameterSet | null | undefined) => (set ? `${set.name} (${set.version})` : 'none');
  return [`${name}: ${word(present)}, was ${word(previous)}.`];
}
