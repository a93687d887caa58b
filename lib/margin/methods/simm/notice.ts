/** What stands with every result of SIMM. */
export const SIMM_NOTICE =
  'ISDA SIMM is a registered trademark of the International Swaps and Derivatives Association, Inc. (ISDA); U.S. Pat. No. 10,515,410. ' +
  'Calculating it needs a licence from ISDA (isdalegal@isda.org): the firm that runs this must hold one. The firm supplies the parameters.';
