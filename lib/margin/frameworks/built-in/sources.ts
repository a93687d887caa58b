import type { Citation } from '../../methods/margin-node';

/** Sources other than the CFR that built-in frameworks name, with how well each is known. */

export const FINRA_PORTFOLIO_MARGIN: Citation = {
  paragraph: 'FINRA Rule 4210(g)',
  standing: 'recalled',
  url: 'https://www.finra.org/rules-guidance/rulebooks/finra-rules/4210',
};
/** 99 %, three days: the clearing agency's own description was not read. */
export const FICC_VAR_CHARGE: Citation = {
  paragraph: 'FICC Government Securities Division, VaR charge (99 %, 3 days)',
  standing: 'recalled',
};
/** Approval of the restated agreement; its text was not read. */
export const FICC_CME_AGREEMENT: Citation = {
  paragraph: 'Restated Cross-Margining Agreement of FICC and CME, SR-FICC-2023-010, 88 FR 48926, approved at 88 FR 63185',
  standing: 'secondary',
};
/** The two numbers of the arrangement. */
export const FICC_CME_CAP: Citation = {
  paragraph: 'Cross-margining of FICC and CME: savings above 80 % are capped, savings under 1 % ignored',
  standing: 'recalled',
};
/** Scenarios of an exchange: the array itself is recalled. */
export const SCENARIO_SCAN: Citation = { paragraph: 'Scenario scan of a futures clearing house, 16 scenarios', standing: 'recalled' };
export const COMMINGLED_SEC_ORDER: Citation = {
  paragraph: 'SEC Release 34-93501, 86 FR 61357 (effective 1 November 2021), in place of Release 34-68433 (2012)',
  standing: 'secondary',
  url: 'http://federal.elaws.us/fr/11/5/2021/2021-24170',
};
export const COMMINGLED_CFTC_ORDER: Citation = {
  paragraph: 'CFTC order to ICE Clear Credit of 14 January 2013 under CEA 4d',
  standing: 'secondary',
};
export const CEA_4D: Citation = { paragraph: 'CEA 4d, 7 U.S.C. 6d', standing: 'secondary' };
/** The customer reserve on the SEC side. */
export const RULE_15C3_3: Citation = { paragraph: '17 CFR 240.15c3-3', standing: 'recalled' };
