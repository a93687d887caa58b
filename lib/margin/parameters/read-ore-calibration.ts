import { SaxesParser } from 'saxes';
import { failure, type Result, success } from '@/lib/core/result';
import { SIMM_RISK_CLASSES } from './simm-pack';

const LIMITS = { characters: 2 * 1024 * 1024, elements: 20_000, depth: 10, attributes: 8, leafCharacters: 200 };
const CALIBRATION = 'SIMMCalibration';
/** Elements that hold one figure of their parent, told apart by attributes. */
const ITEMS: ReadonlySet<string> = new Set(['Weight', 'Correlation', 'Threshold', 'Currency']);
const KEY_ATTRIBUTES = ['bucket', 'label1', 'label2'] as const;
const SECTIONS: ReadonlySet<string> = new Set([...SIMM_RISK_CLASSES, 'RiskClassCorrelations']);
const HORIZONS: Readonly<Record<string, string>> = { '10': '10d', '1': '1d' };

/** A pack in the JSON form that parseSimmPack checks. */
export type PackJson = { [name: string]: PackJson | string | string[] };

class Refused extends Error {}

/**
 * Reads a version's figures from the XML in which the open-source engine ORE keeps them (SIMMCalibrationData with one SIMMCalibration): attributes
 * bucket, label1 and label2 become keys, mporDays 10 and 1 the horizons. Whether the figures are complete and in range is for parseSimmPack. Document
 * types are refused, so that nothing can expand; so is a file of unusual size.
 */
export function readOreCalibration(text: string): Result<PackJson, string> {
  if (text.length > LIMITS.characters)
    return failure(`The file is larger than the ${LIMITS.characters / 1024 / 1024} MiB that a calibration may have.`);
  try {
    return success(new CalibrationReader().read(text));
  } catch (error) {
    if (error instanceof Refused) return failure(error.message);
    // saxes throws Error with line:column: and what is not well-formed
    if (error instanceof Error) return failure(`The file is not well-formed XML: ${error.message.slice(0, 200)}`);
    throw error;
  }
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  hasChildren: boolean;
}

class CalibrationReader {
  private readonly parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  private readonly open: OpenElement[] = [];
  private readonly pack: PackJson = Object.create(null);
  private readonly about: PackJson = Object.create(null);
  private readonly names: string[] = [];
  private calibrations = 0;
  private elements = 0;

  read(text: string): PackJson {
    const { parser } = this;
    parser.on('doctype', () => this.refuse('declares a document type, which a calibration does not need'));
    parser.on('opentag', ({ name, attributes }) => this.enter(name, attributes));
    parser.on('text', (piece) => this.addText(piece));
    parser.on('cdata', (piece) => this.addText(piece));
    parser.on('closetag', () => this.leave());
    parser.write(text).close();
    const [version] = this.names;
    if (this.calibrations === 0) throw new Refused(`The file has no ${CALIBRATION}, which holds the figures of a version.`);
    if (version === undefined) throw new Refused(`The ${CALIBRATION} has no Name under VersionNames.`);
    // without the prototypes that kept names of elements from meaning anything to the engine
    return structuredClone({ version, about: this.about, ...this.pack });
  }

  private enter(name: string, attributes: Readonly<Record<string, string>>): void {
    this.elements += 1;
    if (this.elements > LIMITS.elements) this.refuse(`has more than ${LIMITS.elements} elements`);
    if (this.open.length >= LIMITS.depth) this.refuse(`nests elements deeper than ${LIMITS.depth} levels`);
    if (Object.keys(attributes).length > LIMITS.attributes) this.refuse(`gives ${name} more than ${LIMITS.attributes} attributes`);
    if (this.open.length === 0 && name !== 'SIMMCalibrationData' && name !== CALIBRATION)
      this.refuse(`begins with ${name}: SIMMCalibrationData is expected`);
    if (name === CALIBRATION) this.calibrations += 1;
    if (this.calibrations > 1) this.refuse('holds several calibrations: leave the one that counts');
    const parent = this.open.at(-1);
    if (parent) parent.hasChildren = true;
    this.open.push({ name, attributes, text: '', hasChildren: false });
  }

  private addText(piece: string): void {
    const element = this.open.at(-1);
    if (!element) return;
    element.text += piece;
    if (element.text.length > LIMITS.leafCharacters && element.text.trim() !== '') this.refuse(`has a long text in ${element.name}`);
    if (element.text.length > LIMITS.leafCharacters) element.text = '';
  }

  private leave(): void {
    const path = this.path();
    const element = this.open.pop();
    const [section, second] = path;
    if (element === undefined || element.hasChildren || section === undefined) return;
    const text = element.text.trim();
    if (section === 'VersionNames' && second === 'Name') this.names.push(text);
    else if (section === 'AdditionalFields' && second !== undefined) this.about[second] = text;
    else if (SECTIONS.has(section)) this.keep(path, element, text);
    else this.refuse(`has an element ${section} that no calibration has`);
  }

  /** Names of the open elements below SIMMCalibration. */
  private path(): string[] {
    const names = this.open.map(({ name }) => name);
    return names.slice(names.indexOf(CALIBRATION) + 1 || names.length);
  }

  private keep(path: readonly string[], element: OpenElement, text: string): void {
    const isItem = ITEMS.has(element.name);
    const folders = isItem ? path.slice(0, -1) : [...path];
    if (folders[1] === 'RiskWeights' && folders[2] !== 'CurrencyLists') folders.push(this.horizon(element));
    const key = KEY_ATTRIBUTES.flatMap((name) => element.attributes[name]?.trim() || []).join('|');
    if (key !== '') folders.push(key);
    const last = folders.pop() ?? '';
    let at = this.pack;
    for (const folder of folders) {
      const next = at[folder] ?? Object.create(null);
      if (typeof next === 'string' || Array.isArray(next)) throw this.refused(`has a figure and others below it at ${path.join('/')}`);
      at[folder] = next;
      at = next;
    }
    const there = at[last];
    if (element.name === 'Currency') {
      if (there !== undefined && !Array.isArray(there)) throw this.refused(`has a list and a figure at ${path.join('/')}`);
      at[last] = [...(there ?? []), text];
    } else {
      if (there !== undefined) this.refuse(`gives ${[...folders, last].join('/')} twice`);
      at[last] = text;
    }
  }

  /** The horizon of a weight, from mporDays of its element or the one around it; 10 where neither says. */
  private horizon(element: OpenElement): string {
    const days = element.attributes.mporDays ?? this.open.at(-1)?.attributes.mporDays ?? '10';
    return HORIZONS[days.trim()] ?? this.refuse(`has figures for ${days.slice(0, 20)} days: 10 and 1 are known`);
  }

  private refuse(what: string): never {
    throw this.refused(what);
  }

  private refused(what: string): Refused {
    return new Refused(`Line ${this.parser.line}: the file ${what}.`);
  }
}
