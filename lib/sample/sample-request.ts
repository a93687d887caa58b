/**
 * A request for comment for the sample letter, as Federal Register XML. It is invented: no agency has issued it, and its
 * numbers are ones that no agency can give.
 */
export const SAMPLE_REQUEST_XML = `<?xml version="1.0" encoding="UTF-8"?>
<PRORULE>
  <PREAMB>
    <PRTPAGE P="990101"/>
    <AGENCY TYPE="S">COMMODITY FUTURES TRADING COMMISSION</AGENCY>
    <CFR>17 CFR Part 23</CFR>
    <RIN>RIN 3038-ZZ99</RIN>
    <AGENCY TYPE="S">SECURITIES AND EXCHANGE COMMISSION</AGENCY>
    <CFR>17 CFR Part 240</CFR>
    <DEPDOC>[Release No. 34-999999; File No. S7-99-98]</DEPDOC>
    <RIN>RIN 3235-ZZ99</RIN>
    <SUBJECT>Synthetic Request for the Sample Letter: Portfolio Margining of Swaps and Security-Based Swaps</SUBJECT>
    <AGY>
      <HD SOURCE="HED">AGENCY:</HD>
      <P>Commodity Futures Trading Commission; Securities and Exchange Commission.</P>
    </AGY>
    <ACT>
      <HD SOURCE="HED">ACTION:</HD>
      <P>Synthetic request for comment.</P>
    </ACT>
    <SUM>
      <HD SOURCE="HED">SUMMARY:</HD>
      <P>This document is invented for the sample letter of a computer program. Neither Commission has issued it; it must not be cited or answered. It imitates a joint request on the margining of one portfolio under two sets of rules.</P>
    </SUM>
    <DATES>
      <HD SOURCE="HED">DATES:</HD>
      <P>Comments on this synthetic request would be due on or before December 15, 2026.</P>
    </DATES>
    <ADD>
      <HD SOURCE="HED">ADDRESSES:</HD>
      <P>Nothing is to be sent to anybody. A real request names here the way to each agency, its file number and its RIN.</P>
    </ADD>
    <FURINF>
      <HD SOURCE="HED">FOR FURTHER INFORMATION CONTACT:</HD>
      <P>Whoever set up this program.</P>
    </FURINF>
  </PREAMB>
  <SUPLINF>
    <HD SOURCE="HED">SUPPLEMENTARY INFORMATION:</HD>
    <HD SOURCE="HD1">I. Why This Request Is Made Up</HD>
    <P>A dealer that is registered as a swap dealer and as a security-based swap dealer calculates initial margin for uncleared swaps under 17 CFR 23.154 and for non-cleared security-based swaps under 17 CFR 240.18a-3.<SU>1</SU><FTREF/> An index position and the single names in it may hedge each other and still be margined apart.</P>
    <FTNT>
      <P><SU>1</SU> Both provisions exist; what this synthetic document says about them is only a stage for the sample letter.</P>
    </FTNT>
    <P>The sample letter shows how a firm answers with evidence. Three facts frame it:</P>
    <P>1. The two requirements are calculated by different methods.</P>
    <P>2. They are collected in different accounts.</P>
    <P>3. Neither counts an offset with a position of the other regime.</P>
    <HD SOURCE="HD1">II. Request for Comment</HD>
    <P>The Commissions request comment on the following questions.</P>
    <HD SOURCE="HD2">A. What the Split Costs</HD>
    <P>1. By how much does the sum of the requirements under the two regimes exceed the requirement that one calculation over the whole portfolio would give? Please state the amount in dollars and as a share of the sum, and describe the portfolio:</P>
    <P>a. for credit default swaps on indices and on the single names in them; and</P>
    <P>b. for total return and other equity swaps on indices and on single stocks.</P>
    <P>2. Which counterparties bear the difference, and does it change how much they hedge?<SU>2</SU><FTREF/></P>
    <FTNT>
      <P><SU>2</SU> A difference that is passed on in prices is borne by the counterparty although the dealer posts the margin.</P>
    </FTNT>
    <P>3. Is the difference stable over time, or does it grow when markets are under stress?</P>
    <HD SOURCE="HD2">B. Which Framework</HD>
    <P>4. Should one portfolio be carried (a) in an account under the rules of the Commodity Futures Trading Commission, (b) in an account under the rules of the Securities and Exchange Commission, or (c) in either, at the choice of the customer?</P>
    <P>5. Should the agencies accept the same model for both products? If so, who should approve it, and on what evidence?</P>
    <P>6. Where no model is approved, should the standardized table or the securities haircuts apply to the whole portfolio?</P>
    <HD SOURCE="HD2">C. Whether the Margin Is Still Enough</HD>
    <P>7. What back-testing shows that the lower requirement covers the losses of ten days with the confidence that the rules ask for<PRTPAGE P="990102"/> today?</P>
    <P>8. Which stress scenarios should be added, and how should wrong-way risk between a single name and its index be treated?</P>
    <HD SOURCE="HD2">D. Customers, Capital and Collateral</HD>
    <P>9. How should the property of customers be protected in the failure of a dealer that holds both products in one account?</P>
    <P>10. What capital should stand behind margin that is reduced by offsets?</P>
    <HD SOURCE="HD2">E. Operation and Competition</HD>
    <P>11. How long would firms need to put a common margin into operation, and in which order should products follow?</P>
    <P>12. Would a common margin favor dealers that are registered with both agencies over those registered with one? Please explain how that could be avoided.</P>
    <SIG>
      <NAME>Nobody,</NAME>
      <TITLE>for neither Commission.</TITLE>
    </SIG>
  </SUPLINF>
  <FRDOC>[FR Doc. 2026-99999 Filed 9-30-26; 8:45 am]</FRDOC>
  <BILCOD>BILLING CODE 0000-00-P</BILCOD>
</PRORULE>
`;
