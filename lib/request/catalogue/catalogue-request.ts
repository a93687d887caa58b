import type { AgencyKey } from '../agencies/agency';
import type { Fact } from '../fact';

/** A way of sending comments that the request names. */
export interface SubmissionChannel {
  readonly agency: AgencyKey;
  readonly method: 'web' | 'e-mail' | 'mail' | 'hand delivery';
  readonly where: string;
  /** What has to stand on the comment, e.g. the RIN or the file number. */
  readonly identifyBy: string | null;
}

/** A subject that the request covers, described in our own words. */
export interface SubjectArea {
  readonly key: string;
  readonly title: string;
  readonly description: string;
}

/**
 * A request for comment that Marginalia knows of before its text is imported. Names and descriptions are ours; every field
 * says how well it is known and where it was read; what is unknown is null.
 */
export interface CatalogueRequest {
  readonly key: string;
  /** Our short name, never an official title. */
  readonly name: string;
  readonly description: string;
  readonly agencies: Fact<readonly AgencyKey[]>;
  readonly officialTitle: Fact<string>;
  readonly citation: Fact<string>;
  readonly documentNumber: Fact<string>;
  /** ISO date on which the agencies issued it. */
  readonly issued: Fact<string>;
  /** ISO date of publication in the Federal Register. */
  readonly published: Fact<string>;
  /** ISO date on which comments are due. */
  readonly commentsClose: Fact<string>;
  readonly commentPeriod: Fact<string>;
  readonly fileNumbers: Fact<readonly string[]>;
  readonly rins: Fact<readonly string[]>;
  readonly releases: Fact<readonly string[]>;
  readonly cfrParts: Fact<readonly string[]>;
  readonly pressReleases: Fact<readonly string[]>;
  readonly questionCount: Fact<number>;
  readonly areas: Fact<readonly SubjectArea[]>;
  readonly channels: Fact<readonly SubmissionChannel[]>;
  /** Instructions about sending comments, in our words. */
  readonly instructions: Fact<readonly string[]>;
  /** Where a person gets the official text. */
  readonly importFrom: string | null;
  /** What it must not be confused with, and other cautions. */
  readonly cautions: readonly string[];
}
