import type { ValidationResult } from '@ooxml-tools/validate';
import type { ValidityError } from './check-package';

/**
 * The Open XML SDK's validator for Microsoft 365, which runs in process as WebAssembly and needs no network. Loaded on first use: it takes
 * seconds and some hundred megabytes. Throws where the package is not installed.
 */
export async function validateOpenXml(bytes: Uint8Array): Promise<readonly ValidityError[]> {
  const { default: validate } = await import('@ooxml-tools/validate');
  return asValidityErrors(await validate(bytes, 'docx', 'Microsoft365'));
}

/** What the validator reports, in our words. */
export function asValidityErrors(errors: readonly ValidationResult[]): readonly ValidityError[] {
  return errors.map(({ description, path }) => ({ part: path.partUri, xpath: path.xpath, message: description }));
}
