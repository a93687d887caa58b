import { agencyNamed } from '../agencies/agencies';
import type { Agency } from '../agencies/agency';

/** An addressee block: the agency as an address names it, and the lines below the heading. */
export interface AgencyAddressee {
  readonly agency: string;
  readonly lines: readonly string[];
}

/**
 * The addressee blocks for the agencies that a document names, in its order and each once: office-holder, title, agency,
 * street, city. An agency that we have no address of gets its name alone.
 */
export function addresseesOf(agencies: readonly string[]): AgencyAddressee[] {
  const blocks = new Map<string, AgencyAddressee>();
  for (const name of agencies) {
    const agency = agencyNamed(name);
    const block = agency ? { agency: agency.key, lines: addresseeLines(agency) } : { agency: name, lines: [name] };
    if (!blocks.has(block.agency)) blocks.set(block.agency, block);
  }
  return [...blocks.values()];
}

function addresseeLines(agency: Agency): string[] {
  const holder = agency.secretary.value;
  const person = holder ? [[holder.courtesy, holder.name].filter(Boolean).join(' '), holder.title] : [];
  return [...person, agency.name, ...(agency.addressLines.value ?? [])];
}
