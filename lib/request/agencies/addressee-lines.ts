import type { Agency } from './agency';

/** The lines of an addressee block below which the salutation stands: office-holder, title, agency, street, city. */
export function addresseeLines(agency: Agency): string[] {
  const holder = agency.secretary.value;
  const person = holder ? [[holder.courtesy, holder.name].filter(Boolean).join(' '), holder.title] : [];
  return [...person, agency.name, ...(agency.addressLines.value ?? [])];
}
